import { SixbtcError } from "../errors.ts";
import { normalCdf } from "./normal.ts";
import { type SharpeShape, sharpeError } from "./sharpe-error.ts";

export type SharpeEstimate = SharpeShape & { count: number };

/**
 * The probability (0..1) that the true Sharpe ratio is above `benchmark`, given an estimate from `count` periods (Bailey
 * and López de Prado 2012). Both Sharpes are per period: annual ones would claim the certainty of as many years as there
 * are periods. 1/2 where nothing can be told: fewer than 2 periods, or an estimate whose error has no size. Periods are
 * taken for independent, so what trends within itself is judged too kindly.
 */
export function probabilisticSharpe(estimate: SharpeEstimate, benchmark: number): number {
  const { sharpe, count } = estimate;
  if (!(Number.isInteger(count) && count >= 0 && Number.isFinite(benchmark))) {
    throw new SixbtcError("statistics.precondition", `probabilisticSharpe: ${count} periods against ${benchmark}`);
  }
  const error = sharpeError(estimate);
  if (count < 2 || error === 0) return 0.5;
  return normalCdf((sharpe - benchmark) * Math.sqrt((count - 1) / error));
}
