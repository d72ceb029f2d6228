import { gridColumns } from "../grid-columns.ts";
import { type Metrics, metricsOf } from "../metrics.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Account } from "../rules.ts";
import { sharpe } from "../sharpe.ts";
import { laneReturns, laneSums } from "./lane-sums.ts";
import { createLaneRun, LANES, type LaneRun, resetLanes } from "./lanes.ts";
import { createScan } from "./scan.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import type { SweepCombo, SweepGrid } from "./sweep-grid.ts";
import { createTouches, type SweepAxes } from "./touches.ts";
import { walkLanes } from "./walk-lanes.ts";

export type SweepResult = { readonly combo: SweepCombo; readonly metrics: Metrics };

export type SweepOptions = {
  /** Kept from one sweep to the next, it spares them memory. */
  scratch?: Scratch;
  /** Called after each group of combinations that differ in leverage alone. */
  onGroup?: () => void;
};

/**
 * The metrics of each combination, in the order of the grid, as a simulation of it would have them, digit for digit.
 */
export function sweep(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  { scratch = createScratch(), onGroup }: SweepOptions = {},
): SweepResult[] {
  const results: SweepResult[] = [];
  const days = new Float64Array(gridColumns(prepared.market).days);
  forEachLane(prepared, grid, account, scratch, false, onGroup, (run, lane, combo) => {
    results[combo] = { combo: grid.combos[combo]!, metrics: metricsOf(laneSums(run, lane, days)) };
  });
  return results;
}

/** The Sharpe of each combination alone, several times faster: marks are needed once a day instead of at every bar. */
export function sweepSharpes(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  { scratch = createScratch(), onGroup }: SweepOptions = {},
): Float64Array {
  const sharpes = new Float64Array(grid.combos.length);
  const days = new Float64Array(gridColumns(prepared.market).days);
  forEachLane(prepared, grid, account, scratch, true, onGroup, (run, lane, combo) => {
    sharpes[combo] = sharpe(laneReturns(run, lane, days));
  });
  return sharpes;
}

type OnLane = (run: LaneRun, lane: number, combo: number) => void;

function forEachLane(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  scratch: Scratch,
  isMarkedDaily: boolean,
  onGroup: (() => void) | undefined,
  onLane: OnLane,
): void {
  const { stops, targets, maxBars, leverages } = grid.axes;
  const comboAt = combosByCell(grid);
  const columns = gridColumns(prepared.market);
  for (const part of partsOf(grid.axes)) {
    const scan = createScan(prepared, account, createTouches(prepared, part.axes, scratch));
    const run = createLaneRun(prepared, columns, account, scan, isMarkedDaily, scratch);
    for (let s = 0; s < part.axes.stops.length; s++) {
      for (let t = 0; t < targets.length; t++) {
        for (let b = 0; b < maxBars.length; b++) {
          const cell = (((part.firstStop + s) * targets.length + t) * maxBars.length + b) * leverages.length;
          runGroup(run, s, t, b, comboAt, cell + part.firstLeverage, onLane);
          onGroup?.();
        }
      }
    }
  }
  // A target that is a multiple of the stop lies elsewhere under each stop.
  function partsOf(axes: SweepAxes) {
    const parts: { axes: SweepAxes; firstStop: number; firstLeverage: number }[] = [];
    const stopsAtOnce = axes.targets[0]?.kind === "riskReward" ? 1 : stops.length;
    for (let s = 0; s < stops.length; s += stopsAtOnce) {
      for (let l = 0; l < leverages.length; l += LANES) {
        parts.push({
          axes: { ...axes, stops: stops.slice(s, s + stopsAtOnce), leverages: leverages.slice(l, l + LANES) },
          firstStop: s,
          firstLeverage: l,
        });
      }
    }
    return parts;
  }
}

/** Index of the combination in each cell of the axes, -1 where it was left out. */
function combosByCell({ axes, combos }: SweepGrid): Int32Array {
  const { stops, targets, maxBars, leverages } = axes;
  const out = new Int32Array(stops.length * targets.length * maxBars.length * leverages.length).fill(-1);
  for (const [i, { cell }] of combos.entries()) {
    const [s, t, b, l] = cell;
    out[((s * targets.length + t) * maxBars.length + b) * leverages.length + l] = i;
  }
  return out;
}

/** Runs the lanes of a group together, and those that left the path of the first once more among themselves. */
function runGroup(
  run: LaneRun,
  stop: number,
  target: number,
  maxBars: number,
  comboAt: Int32Array,
  firstCell: number,
  onLane: OnLane,
): void {
  run.stop = stop;
  run.target = target;
  run.maxBars = maxBars;
  let left = 0;
  for (let lane = 0; lane < run.scan.touches.axes.leverages.length; lane++) {
    if (comboAt[firstCell + lane]! >= 0) left |= 1 << lane;
  }
  while (left !== 0) {
    resetLanes(run, left);
    walkLanes(run);
    for (let lane = 0; lane < LANES; lane++) {
      if ((run.active & (1 << lane)) !== 0) onLane(run, lane, comboAt[firstCell + lane]!);
    }
    left &= ~run.active;
  }
}
