import { stopDistance, targetDistance } from "../distances.ts";
import { entryPrice, marketExitPrice } from "../fills.ts";
import { liquidationPrice } from "../liquidation.ts";
import type { Prepared } from "../prepare-signals.ts";
import { exitTerms } from "../protective-level.ts";
import type { Account, Exits, Side } from "../rules.ts";
import {
  END,
  EXIT_FIELDS,
  FILL,
  hasTrailingTargets,
  KEY,
  keyOf,
  LEVEL,
  MAX_BARS,
  NEVER,
  NO_TARGET,
  SIGNAL,
  SIZE,
  STOP,
  STOP_FIELDS,
  TARGET,
  type Touches,
  TRAILING_TARGET,
  targetSets,
} from "./touches.ts";

/** What the scans of one sweep read and work with. Prices of the entry under way are times its side: adverse is down. */
export type Scan = {
  readonly prepared: Prepared;
  readonly account: Account;
  readonly touches: Touches;
  /** Levels of the entry under way. */
  readonly stops: Float64Array;
  readonly targets: Float64Array;
  readonly liquidations: Float64Array;
  readonly trailing: Trailing;
  /** Targets of a set, with and without one that is none. */
  readonly targetsInSet: number;
  readonly targetsEnd: number;
  /** The next of each set that has not been met, the nearest of them all, and how many sets have not been met. */
  readonly nextTarget: Int32Array;
  nearestTarget: number;
  setsLeft: number;
  /** The entry, its side and price, what a market exit leaves of a price, and the best price so far. */
  entry: number;
  side: Side;
  price: number;
  exitFactor: number;
  best: number;
  /** The next stop and liquidation that have not been met. */
  stop: number;
  liquidation: number;
  /** The bar under way: the moment of its open, its open and extremes, and whether something may be met at the open. */
  openMoment: number;
  open: number;
  worst: number;
  favourable: number;
  mayBeAtOpen: boolean;
};

/** What moves with the best price, by axis; fractions as in STRATEGY.md 2, NaN where nothing does. */
type Trailing = {
  readonly isMoving: boolean;
  readonly stopValue: Float64Array;
  readonly stopFrom: Float64Array;
  readonly targetValue: Float64Array;
  readonly targetFrom: Float64Array;
  readonly breakEvenFrom: number;
};

export function createScan(prepared: Prepared, account: Account, touches: Touches): Scan {
  const { stops, targets, leverages, breakEven } = touches.axes;
  const terms = (exits: Exits) => exitTerms(exits, account, prepared.market.timeframeMs);
  const ofStop = stops.map((stop) => terms({ stop }));
  const anyStop = stops[0]!;
  const ofTarget = targets.map((takeProfit) => terms({ stop: anyStop, ...(takeProfit && { takeProfit }) }));
  return {
    prepared,
    account,
    touches,
    stops: new Float64Array(stops.length),
    targets: new Float64Array(targets.length * targetSets(touches.axes)),
    targetsInSet: targets.length,
    nextTarget: new Int32Array(targetSets(touches.axes)),
    liquidations: new Float64Array(leverages.length),
    targetsEnd: targets.includes(undefined) ? targets.length - 1 : targets.length,
    ...{ entry: 0, side: 1, price: 0, exitFactor: 1, best: 0, stop: 0, liquidation: 0, nearestTarget: 0, setsLeft: 0 },
    ...{ openMoment: 0, open: 0, worst: 0, favourable: 0, mayBeAtOpen: false },
    trailing: {
      isMoving: breakEven !== undefined || anyStop.kind === "trailing" || hasTrailingTargets(touches.axes),
      stopValue: Float64Array.from(ofStop, ({ trailingStop }) => trailingStop),
      stopFrom: Float64Array.from(ofStop, ({ trailingStopFrom }) => trailingStopFrom),
      targetValue: Float64Array.from(ofTarget, ({ trailingTarget }) => trailingTarget),
      targetFrom: Float64Array.from(ofTarget, ({ trailingTargetFrom }) => trailingTargetFrom),
      breakEvenFrom: breakEven?.activateAt ?? Number.NaN,
    },
  };
}

/**
 * Fills in the touches of entry `i` in one pass over the bars behind it, until no combination can be in the position
 * any more.
 */
export function scanEntry(scan: Scan, i: number): void {
  const { touches, prepared, account, trailing } = scan;
  const { entries, market, masks } = prepared;
  const coin = entries.coin[i]!;
  const side: Side = entries.side[i]! > 0 ? 1 : -1;
  const entryBar = entries.signalBar[i]! + 1;
  const { candles } = market.coins[coin]!;
  const adverse = side > 0 ? candles.low : candles.high;
  const favourable = side > 0 ? candles.high : candles.low;
  const gridOf = market.barGrid[coin]!;
  const exitMask = side > 0 ? masks[coin]!.exitLong : masks[coin]!.exitShort;
  begin(scan, i, coin, side, candles.open[entryBar]!);
  const horizon = setMaxBars(scan, i, coin, side, entryBar);
  // What ends a position whatever its price does: an exit signal, else the end of the candles.
  const last = candles.length - 1;
  let lastKey = keyOf(2 * gridOf[last]! + 1, END);
  let lastFill = marketExitPrice(side, candles.close[last]!, account.slippage);
  const isTrailingTarget = hasTrailingTargets(touches.axes);
  for (let bar = entryBar; ; bar++) {
    scan.openMoment = 2 * gridOf[bar]!;
    scan.open = side * candles.open[bar]!;
    scan.worst = side * adverse[bar]!;
    scan.favourable = side * favourable[bar]!;
    scan.mayBeAtOpen = bar > entryBar;
    const hasSignal = scan.mayBeAtOpen && exitMask[bar - 1] === 1;
    if (hasSignal) {
      lastKey = keyOf(scan.openMoment, SIGNAL);
      lastFill = marketExitPrice(side, candles.open[bar]!, account.slippage);
    }
    meetLiquidations(scan);
    if (trailing.isMoving) meetMovingStops(scan);
    else meetStops(scan);
    const isEven = trailing.isMoving && meetBreakEven(scan);
    if (isTrailingTarget) meetTrailingTargets(scan);
    else meetTargets(scan);
    // Every stop, or every target, ends its combinations; so does what ends them all.
    if (isEven || scan.stop === scan.stops.length || scan.setsLeft === 0) break;
    if (hasSignal || bar >= horizon) break;
    if (scan.favourable > scan.best) scan.best = scan.favourable;
  }
  endTimes(touches, i, lastKey, lastFill);
  touches.isScanned[i] = 1;
}

/** The moment at which the bar meets a level that lies below: its open, or within it. */
function momentBelow({ mayBeAtOpen, open, openMoment }: Scan, level: number): number {
  return mayBeAtOpen && open <= level ? openMoment : openMoment + 1;
}

function meetLiquidations(scan: Scan): void {
  const { liquidations, touches, entry } = scan;
  for (; scan.liquidation >= 0 && scan.worst <= liquidations[scan.liquidation]!; scan.liquidation--) {
    const key = keyOf(momentBelow(scan, liquidations[scan.liquidation]!), STOP);
    touches.liquidationKey[scan.liquidation * touches.entries + entry] = key;
  }
}

function meetStops(scan: Scan): void {
  const { stops } = scan;
  for (; scan.stop < stops.length && scan.worst <= stops[scan.stop]!; scan.stop++) {
    leaveByStop(scan, scan.stop, stops[scan.stop]!);
  }
}

/** The first stop or the trailing one, the more favourable of the two. */
function meetMovingStops(scan: Scan): void {
  const { stops, trailing, side, price, best } = scan;
  for (; scan.stop < stops.length; scan.stop++) {
    const at = scan.stop;
    const isTrailing = best >= price * (1 + side * trailing.stopFrom[at]!);
    const level = isTrailing ? Math.max(stops[at]!, best * (1 - side * trailing.stopValue[at]!)) : stops[at]!;
    if (!(scan.worst <= level)) return;
    leaveByStop(scan, at, level);
  }
}

/** Whether break-even's level is met, which ends every combination; stops that were not met before are met there. */
function meetBreakEven(scan: Scan): boolean {
  const { stops, touches, trailing, side, price, entry } = scan;
  const { fee, slippage } = scan.account;
  if (!(scan.best >= price * (1 + side * trailing.breakEvenFrom))) return false;
  const level = (price * (1 + side * fee)) / ((1 - side * fee) * (1 - side * slippage));
  if (!(scan.worst <= level)) return false;
  const key = keyOf(momentBelow(scan, level), STOP);
  for (let s = 0; s < stops.length; s++) {
    const at = (s * touches.entries + entry) * STOP_FIELDS;
    const known = touches.stop[at + KEY]!;
    const isBetter = key < known || (key === known && level > touches.stop[at + LEVEL]!);
    if (isBetter) leaveByStop(scan, s, level);
  }
  return true;
}

function meetTrailingTargets(scan: Scan): void {
  const { trailing, side, price, best, nextTarget, touches, entry } = scan;
  let at = nextTarget[0]!;
  for (; at < scan.targetsEnd; at++) {
    if (!(best >= price * (1 + side * trailing.targetFrom[at]!))) break;
    const level = best * (1 - side * trailing.targetValue[at]!);
    if (!(scan.worst <= level)) break;
    const record = at * touches.entries + entry;
    touches.targetLevel[record] = level;
    leaveBelow(scan, touches.target, record * EXIT_FIELDS, level, TRAILING_TARGET);
  }
  nextTarget[0] = at;
  if (at === scan.targetsInSet) scan.setsLeft = 0;
}

/** Fixed targets: limit orders, filled at their price, or at a better open. */
function meetTargets(scan: Scan): void {
  if (!(scan.favourable >= scan.nearestTarget)) return;
  const { targets, targetsInSet, touches, side, entry, nextTarget } = scan;
  scan.nearestTarget = Number.POSITIVE_INFINITY;
  for (let set = 0; set < nextTarget.length; set++) {
    const first = set * targetsInSet;
    let at = nextTarget[set]!;
    const isMet = at === targetsInSet;
    for (; at < scan.targetsEnd && scan.favourable >= targets[first + at]!; at++) {
      const level = targets[first + at]!;
      const isAtOpen = scan.mayBeAtOpen && scan.open >= level;
      const record = ((first + at) * touches.entries + entry) * EXIT_FIELDS;
      touches.target[record + KEY] = keyOf(isAtOpen ? scan.openMoment : scan.openMoment + 1, TARGET);
      touches.target[record + FILL] = side * (isAtOpen ? scan.open : level);
    }
    nextTarget[set] = at;
    if (at === targetsInSet && !isMet) scan.setsLeft--;
    if (at < scan.targetsEnd && targets[first + at]! < scan.nearestTarget) scan.nearestTarget = targets[first + at]!;
  }
}

function leaveByStop(scan: Scan, index: number, level: number): void {
  const { stop, entries } = scan.touches;
  const at = (index * entries + scan.entry) * STOP_FIELDS;
  stop[at + LEVEL] = level;
  leaveBelow(scan, stop, at, level, STOP);
}

/** Writes into the record at `at` that a market order at `level`, or at a worse open, ends its combinations. */
function leaveBelow(scan: Scan, records: Float64Array, at: number, level: number, order: number): void {
  records[at + KEY] = keyOf(momentBelow(scan, level), order);
  records[at + FILL] = scan.side * Math.min(level, scan.open) * scan.exitFactor;
}

/** The entry's levels, and its records as they are before anything is met. */
function begin(scan: Scan, i: number, coin: number, side: Side, open: number): void {
  const { touches, prepared, account, stops, liquidations } = scan;
  const { axes, entries: n } = touches;
  const { maxLeverage } = prepared.market.coins[coin]!;
  const price = entryPrice(side, open, account.slippage);
  touches.price[i] = price;
  for (let s = 0; s < stops.length; s++) {
    const at = (s * n + i) * STOP_FIELDS;
    const distance = stopDistance(axes.stops[s]!, price, touches.stopMeasured[s]![i]!);
    touches.stop[at + SIZE] = Number.isFinite(distance) ? distance / price : Number.NaN;
    touches.stop[at + KEY] = NEVER;
    stops[s] = side * price - distance;
    if (s < scan.nextTarget.length) beginTargets(scan, i, s, side, price, distance);
  }
  for (let l = 0; l < liquidations.length; l++) {
    const leverage = Math.min(axes.leverages[l]!, maxLeverage);
    touches.liquidationKey[l * n + i] = NEVER;
    liquidations[l] = side * liquidationPrice(side, price, leverage, maxLeverage);
  }
  scan.entry = i;
  scan.side = side;
  scan.price = side * price;
  scan.exitFactor = 1 - side * account.slippage;
  scan.best = scan.price;
  scan.stop = 0;
  scan.nextTarget.fill(0);
  scan.nearestTarget = Number.NEGATIVE_INFINITY;
  scan.setsLeft = scan.nextTarget.length;
  scan.liquidation = liquidations.length - 1;
}

/** The levels and records of one set of targets, that of stop `set` where they are multiples of it. */
function beginTargets(scan: Scan, i: number, set: number, side: Side, price: number, stop: number): void {
  const { touches, targets, targetsInSet } = scan;
  for (let t = 0; t < targetsInSet; t++) {
    const index = set * targetsInSet + t;
    const at = (index * touches.entries + i) * EXIT_FIELDS;
    const distance = targetDistance(touches.axes.targets[t], price, stop, touches.targetMeasured[t]![i]!);
    const isAllowed = distance === null || (Number.isFinite(distance) && distance > 0);
    touches.target[at + KEY] = isAllowed ? NEVER : NO_TARGET;
    targets[index] = isAllowed && distance !== null ? side * price + distance : Number.POSITIVE_INFINITY;
  }
}

/** Fills in the opens at which the time of the entry is up; the last bar that any combination can see comes back. */
function setMaxBars(
  { touches, prepared, account }: Scan,
  i: number,
  coin: number,
  side: Side,
  entryBar: number,
): number {
  const { market } = prepared;
  const { time, open, length } = market.coins[coin]!.candles;
  const gridOf = market.barGrid[coin]!;
  let horizon = 0;
  for (let b = 0; b < touches.axes.maxBars.length; b++) {
    const at = (b * touches.entries + i) * EXIT_FIELDS;
    const heldBars = touches.axes.maxBars[b];
    const bar =
      heldBars === undefined
        ? length
        : firstBarAt(time, length, entryBar, heldBars, time[entryBar]! + heldBars * market.timeframeMs);
    touches.time[at + KEY] = bar < length ? keyOf(2 * gridOf[bar]!, MAX_BARS) : NEVER;
    if (bar < length) touches.time[at + FILL] = marketExitPrice(side, open[bar]!, account.slippage);
    horizon = Math.max(horizon, Math.min(bar, length - 1));
  }
  return horizon;
}

/** The first bar that opens at or after `ms`, which without a gap is `bars` behind `from`; `length` if there is none. */
function firstBarAt(time: Float64Array, length: number, from: number, bars: number, ms: number): number {
  let high = Math.min(from + bars, length);
  if (high < length && time[high] === ms) return high;
  let low = from;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Leaves of maxBars and what else ends a position the earlier. */
function endTimes({ axes, time, entries }: Touches, i: number, key: number, fill: number): void {
  for (let b = 0; b < axes.maxBars.length; b++) {
    const at = (b * entries + i) * EXIT_FIELDS;
    if (time[at + KEY]! < key) continue;
    time[at + KEY] = key;
    time[at + FILL] = fill;
  }
}
