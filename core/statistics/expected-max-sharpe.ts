import { SixbtcError } from "../errors.ts";
import { normalQuantile } from "./normal.ts";

const EULER_GAMMA = 0.5772156649015329;

/**
 * About the greatest of `trials` independent standard normal values to be expected (Bailey and López de Prado 2014):
 * times the deviation of the Sharpes among the trials, what the best of them shows without any edge. `trials` may be an
 * effective number with a fraction. 0 for one trial and, since the formula falls below it there, up to about 1.3.
 */
export function expectedMaxSharpe(trials: number): number {
  if (!(trials >= 1 && trials < Infinity)) {
    throw new SixbtcError("statistics.precondition", `expectedMaxSharpe: ${trials} trials`);
  }
  if (trials === 1) return 0;
  // From the left, where many trials keep their digits: 1 - 1/N of a million has lost six of them.
  const greatest = -normalQuantile(1 / trials);
  const further = -normalQuantile(1 / (trials * Math.E));
  return Math.max(0, (1 - EULER_GAMMA) * greatest + EULER_GAMMA * further);
}
