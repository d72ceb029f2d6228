import { gridColumns } from "../grid-columns.ts";
import { type Metrics, metrics, metricsOf } from "../metrics.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Account } from "../rules.ts";
import { sharpe } from "../sharpe.ts";
import { simulate } from "../simulate.ts";
import { laneEngine } from "./lane-engine.ts";
import { LANES, MAX_COINS, MAX_SLOTS } from "./lane-layout.ts";
import { laneReturns, laneSums } from "./lane-sums.ts";
import { activeLanes, beginGroup, bytesPerEntry, createLaneRun, keepLanes, type LaneRun, resumeFork } from "./lanes.ts";
import { correctLiquidated, liquidatedLanes, settleLiquidated } from "./liquidate-lanes.ts";
import { scanEntry } from "./scan.ts";
import type { SweepCombo, SweepGrid } from "./sweep-grid.ts";
import type { SweepAxes } from "./touches.ts";

export type SweepResult = { readonly combo: SweepCombo; readonly metrics: Metrics };

/** What a long-lived process sweeps with: memory that a sweep has once come to need is never given back. */
const RECORD_BYTES = 24 * 1024 * 1024;

type Options = {
  /** Called after each group of combinations that differ in leverage alone: how many groups are done, and of how many. */
  onGroup?: (done: number, of: number) => void;
  /**
   * Bound of the records that are kept of entries at a time. What does not fit is swept some stops at a time, which
   * takes a sixth longer.
   */
  recordBytes?: number;
};

/**
 * The metrics of each combination, in the order of the grid, as a simulation of it has them; but for funding, and for
 * sums over trades, to the last digit.
 */
export function sweep(prepared: Prepared, grid: SweepGrid, account: Account, options: Options = {}): SweepResult[] {
  const found: Metrics[] = [];
  const days = new Float64Array(gridColumns(prepared.market).days);
  const isSwept = sweepLanes(prepared, grid, account, false, options, (run, lane, combo) => {
    found[combo] = metricsOf(laneSums(run, lane, days));
  });
  return grid.combos.map((combo, i) => ({
    combo,
    metrics: isSwept ? found[i]! : metricsAlone(prepared, combo, account),
  }));
}

/** The Sharpe of each combination alone, faster: equity is marked once a day instead of at every bar. */
export function sweepSharpes(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  options: Options = {},
): Float64Array {
  const sharpes = new Float64Array(grid.combos.length);
  const days = new Float64Array(gridColumns(prepared.market).days);
  const isSwept = sweepLanes(prepared, grid, account, true, options, (run, lane, combo) => {
    sharpes[combo] = sharpe(laneReturns(run, lane, days));
  });
  return isSwept ? sharpes : sharpes.map((_, i) => metricsAlone(prepared, grid.combos[i]!, account).sharpe);
}

function metricsAlone(prepared: Prepared, combo: SweepCombo, account: Account): Metrics {
  return metrics(simulate(prepared, combo, account), account.capital, prepared.market.timeframeMs);
}

type OnLane = (run: LaneRun, lane: number, combo: number) => void;

/** False where there is no engine for lanes, or no room in it. */
function sweepLanes(
  prepared: Prepared,
  grid: SweepGrid,
  account: Account,
  isMarkedDaily: boolean,
  { onGroup, recordBytes = RECORD_BYTES }: Options,
  onLane: OnLane,
): boolean {
  const engine = laneEngine;
  const coins = prepared.market.coins.length;
  if (engine === null || coins > MAX_COINS || Math.min(account.maxPositions, coins) > MAX_SLOTS) return false;
  const { targets, maxBars, leverages } = grid.axes;
  const comboAt = combosByCell(grid);
  const parts = partsOf(grid.axes, recordBytes / prepared.entries.length);
  const groups = parts.reduce((sum, { axes }) => sum + axes.stops.length * targets.length * maxBars.length, 0);
  let done = 0;
  for (const part of parts) {
    const run = createLaneRun(engine, prepared, part.axes, account, isMarkedDaily);
    engine.listen({
      scan: (entry) => scanEntry(run.scan, entry),
      keep: (lanes, g, entry) => keepLanes(run, lanes, g, entry),
      liquidate: (g, entry, coin) => liquidatedLanes(run, g, entry, coin),
      correct: (slot, coin) => correctLiquidated(run, slot, coin),
      settleLiquidated: (slot) => settleLiquidated(run, slot),
    });
    for (let s = 0; s < part.axes.stops.length; s++) {
      for (let t = 0; t < targets.length; t++) {
        for (let b = 0; b < maxBars.length; b++) {
          const cell = (((part.firstStop + s) * targets.length + t) * maxBars.length + b) * leverages.length;
          runGroup(run, [s, t, b], comboAt, cell + part.firstLeverage, onLane);
          onGroup?.(++done, groups);
        }
      }
    }
  }
  return true;
}

/** The axes in parts that are swept one after another, since lanes and memory have their bounds. */
function partsOf(axes: SweepAxes, entryBytes: number) {
  const { stops, leverages } = axes;
  const isTooMuch = (count: number) => bytesPerEntry({ ...axes, stops: stops.slice(0, count) }) > entryBytes;
  let turns = 1;
  while (turns < stops.length && isTooMuch(Math.ceil(stops.length / turns))) turns++;
  const stopsAtOnce = Math.ceil(stops.length / turns);
  const parts: { axes: SweepAxes; firstStop: number; firstLeverage: number }[] = [];
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

/** Runs the lanes of a group together, and those that left the path of the first from there on among themselves. */
function runGroup(
  run: LaneRun,
  [stop, target, maxBars]: readonly [number, number, number],
  comboAt: Int32Array,
  firstCell: number,
  onLane: OnLane,
): void {
  const { leverages } = run.scan.touches.axes;
  let lanes = 0;
  for (let lane = 0; lane < leverages.length; lane++) if (comboAt[firstCell + lane]! >= 0) lanes |= 1 << lane;
  if (lanes === 0) return;
  beginGroup(run, stop, target, maxBars, lanes);
  run.engine.walk(0, -1);
  for (;;) {
    const finished = activeLanes(run);
    for (let lane = 0; lane < leverages.length; lane++) {
      if ((finished & (1 << lane)) !== 0) onLane(run, lane, comboAt[firstCell + lane]!);
    }
    const fork = run.forks.pop();
    if (fork === undefined) return;
    resumeFork(run, fork);
    run.engine.walk(fork.g, fork.entry);
  }
}
