import type { GridColumns } from "../grid-columns.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Account } from "../rules.ts";
import type { Scan } from "./scan.ts";
import type { Scratch } from "./scratch.ts";

/**
 * Accounts that go through the same trades side by side, one a leverage: sizes differ with leverage, which entries
 * are made and when they end hardly does. Eight, so that a loop over them can be written out: columns of lanes hold
 * `index * LANES + lane`, and lanes beyond the leverages repeat the last.
 */
export const LANES = 8;

/** The mark of each lane is summed up after so many bars, which stay in the nearest cache until then. */
export const CHUNK_BARS = 128;

/** One group of combinations on its way through the grid: a stop, a target and a maxBars, and its lanes. */
export type LaneRun = {
  readonly prepared: Prepared;
  readonly grid: GridColumns;
  readonly account: Account;
  readonly scan: Scan;
  /** Whether every bar is marked, or only what daily returns need. */
  readonly isMarkedDaily: boolean;
  /** Index of the first entry at or after each grid time. */
  readonly firstEntry: Int32Array;
  /**
   * By coin and lane, `coin * LANES + lane`: the leverage that the coin allows, and what a unit of margin takes from
   * cash with its entry fee.
   */
  readonly leverage: Float64Array;
  readonly afterFee: Float64Array;
  /** By lane. */
  readonly cash: Float64Array;
  /** Equity at an open, for all its entries, and the margin that is free for the next. */
  readonly equity: Float64Array;
  readonly free: Float64Array;

  /** Index on the axes of the group under way. */
  stop: number;
  target: number;
  maxBars: number;
  /** Bits of the lanes that are still on the path of the first of them. */
  active: number;
  firstLane: number;
  lastLane: number;

  /** When and how the entry under way ends (`resolveExit`); the level that protects it then, times its side. */
  exitMoment: number;
  exitOrder: number;
  exitFill: number;
  exitLevel: number;

  /** Open positions: their slots, in universe order. */
  readonly held: Int32Array;
  heldCount: number;
  readonly freeSlots: Int32Array;
  freeCount: number;
  /** The earliest moment at which an open position ends. */
  nextExit: number;
  /** By slot: the coin, the moment of the exit, and the bits of the lanes that are liquidated then. */
  readonly slotCoin: Int32Array;
  readonly slotExit: Int32Array;
  readonly slotLiquidated: Int32Array;
  /** Where the coin's values begin, and what the position's entry is among them. */
  readonly slotValues: Int32Array;
  readonly slotBasis: Float64Array;
  readonly slotPrice: Float64Array;
  /** What a long of one unit has paid of funding by the entry (see `GridColumns`), and from there to the exit. */
  readonly slotPaidBefore: Float64Array;
  readonly slotPaid: Float64Array;
  /** What a unit times its side adds to cash at the exit. */
  readonly slotProceeds: Float64Array;
  /** By slot and lane: quantity times side, the lane's margin, and the notional of the entry under way. */
  readonly quantity: Float64Array;
  readonly margin: Float64Array;
  readonly notional: Float64Array;
  /** By coin: the moment at which its last position ended or will end, and that position's side. */
  readonly coinExit: Int32Array;
  readonly coinSide: Int32Array;

  /** Trades so far, of which all lanes have the same but for those that are liquidated. */
  trades: number;
  wins: number;
  returns: number;
  /** By lane: what liquidations change in the two, and sums of money in the order of entry. */
  readonly winsLost: Float64Array;
  readonly returnsLost: Float64Array;
  readonly gains: Float64Array;
  readonly losses: Float64Array;
  readonly traded: Float64Array;
  exposedBars: number;

  /** Marks that are not yet summed up, from grid time `chunkStart` on. */
  readonly marks: Float64Array;
  chunkStart: number;
  chunkBars: number;
  /** By day end and lane: equity. */
  readonly dayEquity: Float64Array;
  nextDayEnd: number;
  /** By lane: peak so far, a bound below which the drawdown may be a new worst, and so on. */
  readonly peak: Float64Array;
  readonly peakClose: Float64Array;
  readonly floor: Float64Array;
  readonly worst: Float64Array;
  readonly underWaterMs: Float64Array;
  readonly markSum: Float64Array;
};

export function createLaneRun(
  prepared: Prepared,
  grid: GridColumns,
  account: Account,
  scan: Scan,
  isMarkedDaily: boolean,
  scratch: Scratch,
): LaneRun {
  const { market, entries } = prepared;
  const slots = account.maxPositions;
  const float64 = (name: string, values: number) => scratch.float64(name, values * LANES);
  const lanes = (name: string) => float64(name, 1);
  const { leverages } = scan.touches.axes;
  const leverage = float64("leverage", market.coins.length);
  const afterFee = float64("afterFee", market.coins.length);
  for (const [coin, { maxLeverage }] of market.coins.entries()) {
    for (let lane = 0; lane < LANES; lane++) {
      const at = coin * LANES + lane;
      leverage[at] = Math.min(leverages[Math.min(lane, leverages.length - 1)]!, maxLeverage);
      afterFee[at] = 1 + leverage[at]! * account.fee;
    }
  }
  return {
    prepared,
    grid,
    account,
    scan,
    isMarkedDaily,
    firstEntry: firstEntries(entries.grid, entries.length, grid.bars, scratch),
    leverage,
    afterFee,
    cash: lanes("cash"),
    equity: lanes("equity"),
    free: lanes("free"),
    stop: 0,
    target: 0,
    maxBars: 0,
    active: 0,
    firstLane: 0,
    lastLane: 0,
    exitMoment: 0,
    exitOrder: 0,
    exitFill: 0,
    exitLevel: 0,
    held: scratch.int32("held", slots),
    heldCount: 0,
    freeSlots: scratch.int32("freeSlots", slots),
    freeCount: 0,
    nextExit: 0,
    slotCoin: scratch.int32("slotCoin", slots),
    slotExit: scratch.int32("slotExit", slots),
    slotLiquidated: scratch.int32("slotLiquidated", slots),
    slotValues: scratch.int32("slotValues", slots),
    slotBasis: scratch.float64("slotBasis", slots),
    slotPrice: scratch.float64("slotPrice", slots),
    slotPaidBefore: scratch.float64("slotPaidBefore", slots),
    slotPaid: scratch.float64("slotPaid", slots),
    slotProceeds: scratch.float64("slotProceeds", slots),
    quantity: float64("quantity", slots),
    margin: float64("margin", slots),
    notional: lanes("notional"),
    coinExit: scratch.int32("coinExit", market.coins.length),
    coinSide: scratch.int32("coinSide", market.coins.length),
    trades: 0,
    wins: 0,
    returns: 0,
    winsLost: lanes("winsLost"),
    returnsLost: lanes("returnsLost"),
    gains: lanes("gains"),
    losses: lanes("losses"),
    traded: lanes("traded"),
    exposedBars: 0,
    marks: float64("marks", CHUNK_BARS),
    chunkStart: 0,
    chunkBars: 0,
    dayEquity: float64("dayEquity", grid.dayEnd.length),
    nextDayEnd: 0,
    peak: lanes("peak"),
    peakClose: lanes("peakClose"),
    floor: lanes("floor"),
    worst: lanes("worst"),
    underWaterMs: lanes("underWaterMs"),
    markSum: lanes("markSum"),
  };
}

function firstEntries(entryGrid: Int32Array, entries: number, bars: number, scratch: Scratch): Int32Array {
  const first = scratch.int32("firstEntry", bars + 1);
  for (let g = 0, i = 0; g <= bars; g++) {
    while (i < entries && entryGrid[i]! < g) i++;
    first[g] = i;
  }
  return first;
}

/** Puts every lane back to the beginning, for the combinations of a group whose `active` lanes go together. */
export function resetLanes(run: LaneRun, active: number): void {
  const { account, grid } = run;
  const slots = account.maxPositions;
  run.active = active;
  run.firstLane = 31 - Math.clz32(active & -active);
  run.lastLane = 31 - Math.clz32(active);
  run.cash.fill(account.capital);
  run.heldCount = 0;
  run.freeCount = slots;
  for (let slot = 0; slot < slots; slot++) run.freeSlots[slot] = slots - 1 - slot;
  run.nextExit = 0x7fff_ffff;
  run.coinExit.fill(-1);
  run.trades = 0;
  run.wins = 0;
  run.returns = 0;
  run.winsLost.fill(0);
  run.returnsLost.fill(0);
  run.gains.fill(0);
  run.losses.fill(0);
  run.traded.fill(0);
  run.exposedBars = 0;
  run.chunkStart = 0;
  run.chunkBars = 0;
  run.nextDayEnd = 0;
  run.peak.fill(account.capital);
  run.peakClose.fill(grid.openTime[0] ?? 0);
  run.floor.fill(account.capital);
  run.worst.fill(0);
  run.underWaterMs.fill(0);
  run.markSum.fill(0);
}

/** Lets the lanes go whose bits are not set; they are run again among themselves. */
export function keepLanes(run: LaneRun, bits: number): void {
  if ((run.active & ~bits) === 0) return;
  run.active &= bits;
  run.lastLane = 31 - Math.clz32(run.active);
}
