import { type GridColumns, gridColumns } from "../grid-columns.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Account } from "../rules.ts";
import type { LaneEngine } from "./lane-engine.ts";
import { createHeap, type Heap } from "./lane-heap.ts";
import * as At from "./lane-layout.ts";
import { createScan, type Scan } from "./scan.ts";
import { createTouches, EXIT_FIELDS, hasTrailingTargets, STOP_FIELDS, type SweepAxes, targetSets } from "./touches.ts";

const { at32, at64, LANES } = At;

/** One sweep's part in the memory of the engine; groups of combinations go through it one after another. */
export type LaneRun = {
  readonly engine: LaneEngine;
  readonly prepared: Prepared;
  readonly grid: GridColumns;
  readonly account: Account;
  readonly scan: Scan;
  /** The memory, as whole numbers and as floats, at `at32` and `at64` of an address. */
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  /** Where the equity of each lane at each day's end is. */
  readonly dayEquity: number;
  /** Where the records of the first stop, target and maxBars begin. */
  readonly records: { stop: number; target: number; targetLevel: number; time: number };
  /** Positions that may be open at a time: of a coin one, and no more than the account allows. */
  readonly slots: number;
  /** Lanes that left the path of the first, with all that was theirs by then. */
  readonly forks: Fork[];
};

/** Lanes that left before entry `entry` at grid time `g`. */
export type Fork = { lanes: number; g: number; entry: number; state: Float64Array };

/** Room for forks: each lane can wait at one place only. */
const keptStates: Float64Array[] = [];

/** Bytes of memory that a sweep's records take for each entry. */
export function bytesPerEntry(axes: SweepAxes): number {
  const { stops, targets, maxBars, leverages } = axes;
  const exits = targets.length * targetSets(axes) + maxBars.length;
  const levels = hasTrailingTargets(axes) ? targets.length : 0;
  const floats = 1 + STOP_FIELDS * stops.length + EXIT_FIELDS * exits + levels;
  return 8 * floats + 4 * leverages.length + 17;
}

export function createLaneRun(
  engine: LaneEngine,
  prepared: Prepared,
  axes: SweepAxes,
  account: Account,
  isMarkedDaily: boolean,
): LaneRun {
  const { market, entries } = prepared;
  const grid = gridColumns(market);
  const n = entries.length;
  const slots = Math.min(account.maxPositions, market.coins.length);
  const bytes = bytesPerEntry(axes) * n + 4 * (grid.bars + 1) + 64 * grid.dayEnd.length + 1024;
  const heap = createHeap(engine, market, grid, bytes);
  const touches = createTouches(prepared, axes, {
    isScanned: heap.uint8("isScanned", n),
    price: heap.float64("entryPrice", n),
    stop: heap.float64("stopRecord", axes.stops.length * n * STOP_FIELDS),
    target: heap.float64("targetRecord", axes.targets.length * targetSets(axes) * n * EXIT_FIELDS),
    targetLevel: heap.float64("targetLevel", hasTrailingTargets(axes) ? axes.targets.length * n : 0),
    time: heap.float64("timeRecord", axes.maxBars.length * n * EXIT_FIELDS),
    liquidationKey: heap.int32("liquidationKey", axes.leverages.length * n),
  });
  writeEntries(heap, prepared, grid.bars);
  heap.float64("dayEquity", grid.dayEnd.length * LANES);
  writeLeverages(heap.floats, prepared, axes, account);
  const addresses = heap.addresses();
  engine.set({
    ...addresses,
    bars: grid.bars,
    entries: n,
    slots,
    isDaily: isMarkedDaily ? 1 : 0,
    dayCount: grid.dayEnd.length,
    risk: account.risk,
    maxPositions: account.maxPositions,
    fee: account.fee,
    minNotional: account.minNotional,
    minStopFraction: account.minStopFraction,
  });
  return {
    engine,
    prepared,
    grid,
    account,
    scan: createScan(prepared, account, touches),
    ints: heap.ints,
    floats: heap.floats,
    dayEquity: addresses["dayEquity"]!,
    records: {
      stop: addresses["stopRecord"]!,
      target: addresses["targetRecord"]!,
      targetLevel: addresses["targetLevel"]!,
      time: addresses["timeRecord"]!,
    },
    slots,
    forks: [],
  };
}

function writeEntries(heap: Heap, { entries }: Prepared, bars: number): void {
  const n = entries.length;
  heap.int32("entryGrid", n).set(entries.grid);
  heap.int32("entryCoin", n).set(entries.coin);
  heap.int32("entrySide", n).set(entries.side);
  heap.int32("entryTurn", n).set(entries.isTurn);
  const first = heap.int32("firstEntry", bars + 1);
  for (let g = 0, i = 0; g <= bars; g++) {
    while (i < n && entries.grid[i]! < g) i++;
    first[g] = i;
  }
}

function writeLeverages(floats: Float64Array, { market }: Prepared, { leverages }: SweepAxes, { fee }: Account): void {
  const ofLane = (lane: number) => leverages[Math.min(lane, leverages.length - 1)]!;
  for (let lane = 0; lane < LANES; lane++) floats[at64(At.LANE_LEVERAGE) + lane] = ofLane(lane);
  for (const [coin, { maxLeverage }] of market.coins.entries()) {
    for (let lane = 0; lane < LANES; lane++) {
      const leverage = Math.min(ofLane(lane), maxLeverage);
      const at = coin * LANES + lane;
      floats[at64(At.LEVERAGE) + at] = leverage;
      floats[at64(At.PER_LEVERAGE) + at] = 1 / leverage;
      floats[at64(At.AFTER_FEE) + at] = 1 + leverage * fee;
      floats[at64(At.PER_AFTER_FEE) + at] = 1 / (1 + leverage * fee);
    }
  }
}

/** The combinations that begin: a stop, a target and a maxBars by their index, and the bits of the lanes they have. */
export function beginGroup(run: LaneRun, stop: number, target: number, maxBars: number, lanes: number): void {
  const { engine, ints, floats, records, account, grid, prepared, slots } = run;
  const n = prepared.entries.length;
  const { axes } = run.scan.touches;
  const set = targetSets(axes) === 1 ? 0 : stop;
  engine.set({
    stopRecord: records.stop + stop * n * STOP_FIELDS * 8,
    targetRecord: records.target + (set * axes.targets.length + target) * n * EXIT_FIELDS * 8,
    targetLevel: records.targetLevel + target * n * 8,
    timeRecord: records.time + maxBars * n * EXIT_FIELDS * 8,
  });
  ints.fill(0, 0, at32(At.stateBytes(slots)));
  const fill = (address: number, value: number) => floats.fill(value, at64(address), at64(address) + LANES);
  fill(At.CASH, account.capital);
  fill(At.PEAK, account.capital);
  fill(At.FLOOR, account.capital);
  fill(At.PEAK_CLOSE, grid.openTime[0] ?? 0);
  ints[at32(At.FREE_COUNT)] = slots;
  for (let slot = 0; slot < slots; slot++) ints[at32(At.FREE_SLOTS) + slot] = (slots - 1 - slot) * At.SLOT_BYTES;
  ints[at32(At.NEXT_EXIT)] = 0x7fff_ffff;
  ints.fill(-1, at32(At.COIN_EXIT), at32(At.COIN_EXIT) + prepared.market.coins.length);
  activate(run, lanes);
}

/** Bits of the lanes on the path that is walked, or has been. */
export function activeLanes({ ints }: LaneRun): number {
  return ints[at32(At.ACTIVE)]!;
}

function activate({ ints }: LaneRun, lanes: number): void {
  ints[at32(At.ACTIVE)] = lanes;
  ints[at32(At.FIRST_LANE)] = 31 - Math.clz32(lanes & -lanes);
  ints[at32(At.LAST_LANE)] = 31 - Math.clz32(lanes);
}

/** Keeps the lanes whose bits are set; the others wait, as they are before the entry, until the first have finished. */
export function keepLanes(run: LaneRun, bits: number, g: number, entry: number): void {
  const active = activeLanes(run);
  const leaving = active & ~bits;
  if (leaving === 0) return;
  const length = at64(At.stateBytes(run.slots));
  const kept = keptStates[run.forks.length];
  const state = kept !== undefined && kept.length >= length ? kept : new Float64Array(length);
  keptStates[run.forks.length] = state;
  state.set(run.floats.subarray(0, length));
  run.forks.push({ lanes: leaving, g, entry, state });
  activate(run, active & bits);
}

/** Puts the lanes of a fork back to where they left. What they had marked by day until then is still there. */
export function resumeFork(run: LaneRun, { lanes, state }: Fork): void {
  run.floats.set(state.subarray(0, at64(At.stateBytes(run.slots))));
  activate(run, lanes);
}
