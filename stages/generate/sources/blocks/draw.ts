import { SixbtcError } from "../../../../core/errors.ts";
import type { Random } from "../../../../core/kernel/random.ts";

/** Choices from one stream of random numbers: the same stream, the same choices. */
export type Draw = {
  pick<T>(choices: readonly T[]): T;
  /** Weights are relative; they need not add up to 1. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T;
  chance(share: number): boolean;
};

export function drawFrom(random: Random): Draw {
  return {
    pick(choices) {
      if (choices.length === 0) throw new SixbtcError("generate.no-choice", "There is nothing to choose from");
      return random.pick(choices);
    },
    weighted(choices) {
      let left = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = choices.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      if (!chosen) throw new SixbtcError("generate.no-choice", "None of the choices has a weight");
      return chosen[0];
    },
    chance: (share) => random.next() < share,
  };
}
