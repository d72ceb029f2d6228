import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, Exits, TradingRules } from "../../../core/kernel/rules.ts";
import { sweep, sweepSharpes } from "../../../core/kernel/sweep/sweep.ts";
import { type SweepGrid, type SweepRanges, sweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import type { FileSweep, SweepMap } from "./job.ts";

const BEST = 10;
/** The process ends with this one sweep, so that nobody misses what it takes. */
const RECORD_BYTES = 96 * 1024 * 1024;

/** Tries combinations around the strategy's own exits on all bars. Only the best are measured by more than Sharpe. */
export function sweepFile(
  prepared: Prepared,
  rules: TradingRules,
  ranges: SweepRanges,
  account: Account,
  tell: OnProgress,
): FileSweep {
  const { coins } = prepared.market;
  const maxLeverages = coins.map((coin) => coin.maxLeverage);
  const grid = sweepGrid(rules, ranges, maxLeverages);
  const combos = grid.combos.length;
  const sharpes = sweepSharpes(prepared, grid, account, {
    recordBytes: RECORD_BYTES,
    onGroup: (done, of) => tell({ step: "sweep", done: Math.floor((combos * done) / of), of: combos }),
  });
  const highest = [...grid.combos.entries()]
    .sort(([a], [b]) => (sharpes[b] ?? NaN) - (sharpes[a] ?? NaN) || a - b)
    .slice(0, BEST)
    .map(([, combo]) => combo);
  const best = sweep(prepared, { ...grid, combos: highest }, account, { recordBytes: RECORD_BYTES }).map(
    ({ combo: { exits, leverage }, metrics }) => ({
      parameters: { exits, leverage },
      metrics,
    }),
  );
  return { combos, leftOut: grid.leftOut, axes: axesOf(grid), best, map: mapOf(grid, sharpes, rules.exits) };
}

function axesOf({ axes: { stops, targets, maxBars, leverages } }: SweepGrid): FileSweep["axes"] {
  return {
    stops: [...stops],
    targets: targets.filter((target) => target !== undefined),
    maxBars: maxBars.filter((bars) => bars !== undefined),
    leverages: [...leverages],
  };
}

function mapOf({ axes, combos }: SweepGrid, sharpes: Float64Array, own: Exits): SweepMap {
  const { stops, targets, maxBars } = axes;
  const hasTarget = own.takeProfit !== undefined;
  const columns: readonly unknown[] = hasTarget ? targets : maxBars;
  const sums = stops.map(() => columns.map(() => ({ sum: 0, count: 0 })));
  for (const [i, { cell }] of combos.entries()) {
    const at = sums[cell[0]]?.[hasTarget ? cell[1] : cell[2]];
    if (at === undefined) throw new TypeError(`combination ${i} is on no axis`);
    at.sum += sharpes[i] ?? NaN;
    at.count++;
  }
  return {
    across: hasTarget ? "target" : "maxBars",
    sharpes: sums.map((row) => row.map(({ sum, count }) => (count === 0 ? null : sum / count))),
    own: [placeOf(stops, own.stop), placeOf(columns, hasTarget ? own.takeProfit : own.maxBars)],
  };
}

function placeOf(values: readonly unknown[], own: unknown): number {
  return values.findIndex((value) => Bun.deepEquals(value, own));
}
