import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account } from "../../../core/kernel/rules.ts";
import { plateauSharpes } from "../../../core/kernel/sweep/plateau.ts";
import { sweepSharpes } from "../../../core/kernel/sweep/sweep.ts";
import type { SweepCombo, SweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import type { Parameters } from "./look.ts";

/** What a long loop needs beside its numbers. */
export type Workshop = {
  /** Called after each coin and each group of combinations, when there may be much that nobody needs any more. */
  relieve(): void;
  /** Told how far it is; a part of something longer leaves that to the whole. */
  tell?: OnProgress;
};

/** Share of the best plateau Sharpe that may be given up for less leverage. */
const NEARLY = 0.05;

export type Choice = {
  parameters: Parameters;
  /** Annual, in the order of the grid. */
  sharpes: Float64Array;
  /** Of the chosen combination and its neighbours, and of its neighbours on the axes of exits alone; null: it has none. */
  plateauSharpe: number;
  neighbourSharpe: number | null;
};

/**
 * The combination whose Sharpe, averaged with its neighbours', is highest, at the least leverage that nearly has it:
 * what every sweep of the gates chooses.
 */
export function chooseExits(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  { relieve, tell }: Workshop,
): Choice {
  const combos = grid.combos.length;
  const sharpes = sweepSharpes(prepared, grid, account, {
    onGroup(done, of) {
      relieve();
      tell?.({ step: "sweep", done: Math.floor((combos * done) / of), of: combos });
    },
  });
  const plateau = plateauSharpes(grid.combos, sharpes);
  const highest = plateau.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  const chosen = leastLeverage(grid.combos, plateau, plateau.indexOf(highest));
  const combo = grid.combos[chosen];
  const plateauSharpe = plateau[chosen];
  if (combo === undefined || plateauSharpe === undefined)
    throw new TypeError("a sweep of no combinations chooses none");
  const { exits, leverage } = combo;
  const neighbourSharpe = meanAround(grid.combos, sharpes, combo);
  return { parameters: { exits, leverage }, sharpes, plateauSharpe, neighbourSharpe };
}

/**
 * Of the combinations that differ from the best in leverage alone, the one of least leverage that has nearly its
 * plateau Sharpe: leverage hardly changes a Sharpe and multiplies every drawdown, so that the last digits of one must
 * not decide on the other.
 */
function leastLeverage(combos: readonly SweepCombo[], plateau: readonly number[], best: number): number {
  const exitsOf = (i: number) => combos[i]?.cell.slice(0, 3).join();
  const enough = (plateau[best] ?? NaN) - NEARLY * Math.abs(plateau[best] ?? NaN);
  let least = best;
  for (const [i, combo] of combos.entries()) {
    const isEnough = exitsOf(i) === exitsOf(best) && (plateau[i] ?? NaN) >= enough;
    if (isEnough && combo.leverage < (combos[least]?.leverage ?? NaN)) least = i;
  }
  return least;
}

/**
 * Mean Sharpe of the combinations one step away on one axis of exits. Leverage hardly changes a Sharpe: as neighbours
 * its steps would vouch for any peak.
 */
export function meanAround(
  combos: readonly SweepCombo[],
  sharpes: ArrayLike<number>,
  { cell: [stop, target, maxBars, leverage] }: SweepCombo,
): number | null {
  let sum = 0;
  let count = 0;
  for (const [i, { cell }] of combos.entries()) {
    const steps = Math.abs(cell[0] - stop) + Math.abs(cell[1] - target) + Math.abs(cell[2] - maxBars);
    if (steps !== 1 || cell[3] !== leverage) continue;
    sum += sharpes[i] ?? NaN;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** Mean and sample variance of the Sharpes of all combinations. */
export function momentsOf(sharpes: ArrayLike<number>): { sharpeMean: number; sharpeVariance: number } {
  const all = Array.from(sharpes);
  const mean = all.reduce((sum, sharpe) => sum + sharpe, 0) / all.length;
  const squares = all.reduce((sum, sharpe) => sum + (sharpe - mean) ** 2, 0);
  return { sharpeMean: mean, sharpeVariance: all.length < 2 ? 0 : squares / (all.length - 1) };
}
