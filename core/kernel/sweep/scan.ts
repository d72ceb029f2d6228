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
  KEY,
  keyOf,
  LEVEL,
  MAX_BARS,
  NEVER,
  SIGNAL,
  SIZE,
  STOP,
  TARGET,
  TIME_FIELDS,
  TIME_FILL,
  TIME_KEY,
  type Touches,
  TRAILING_TARGET,
} from "./touches.ts";

/** What the scans of one sweep read and work with. */
export type Scan = {
  readonly prepared: Prepared;
  readonly account: Account;
  readonly touches: Touches;
  /** Levels of the entry under way, times its side. */
  readonly stops: Float64Array;
  readonly targets: Float64Array;
  readonly liquidations: Float64Array;
  readonly trailing: Trailing;
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
    targets: new Float64Array(targets.length),
    liquidations: new Float64Array(leverages.length),
    trailing: {
      isMoving: breakEven !== undefined || anyStop.kind === "trailing" || targets[0]?.kind === "trailing",
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
 * any more. Prices are taken times the side, so that long and short are one: adverse is down.
 */
export function scanEntry(scan: Scan, i: number): void {
  const { touches, prepared, account, trailing } = scan;
  const { entries, market, masks } = prepared;
  const n = touches.entries;
  const coin = entries.coin[i]!;
  const side: Side = entries.side[i]! > 0 ? 1 : -1;
  const entryBar = entries.signalBar[i]! + 1;
  const { candles } = market.coins[coin]!;
  const { open, close } = candles;
  const adverse = side > 0 ? candles.low : candles.high;
  const favourable = side > 0 ? candles.high : candles.low;
  const gridOf = market.barGrid[coin]!;
  const exitMask = side > 0 ? masks[coin]!.exitLong : masks[coin]!.exitShort;
  const last = candles.length - 1;
  setLevels(scan, i, coin, side, open[entryBar]!);
  const horizon = setMaxBars(scan, i, coin, side, entryBar);
  const { stops, targets, liquidations } = scan;
  const stopsEnd = stops.length;
  const targetsEnd = touches.axes.targets.includes(undefined) ? touches.axes.targets.length - 1 : targets.length;
  const endsWithTargets = targetsEnd === targets.length;
  const isTrailingTarget = touches.axes.targets[0]?.kind === "trailing";
  const exitFactor = 1 - side * account.slippage;
  touches.isScanned[i] = 1;
  // What ends a position whatever its price does: an exit signal, else the end of the candles.
  let lastKey = keyOf(2 * gridOf[last]! + 1, END);
  let lastFill = marketExitPrice(side, close[last]!, account.slippage);
  let hasSignal = false;

  const signedPrice = side * touches.price[i]!;
  const breakEvenFrom = signedPrice * (1 + side * trailing.breakEvenFrom);
  const breakEvenLevel =
    (signedPrice * (1 + side * account.fee)) / ((1 - side * account.fee) * (1 - side * account.slippage));
  let best = signedPrice;
  let stop = 0;
  let target = 0;
  let liquidation = liquidations.length - 1;
  for (let bar = entryBar; ; bar++) {
    const signedOpen = side * open[bar]!;
    const worst = side * adverse[bar]!;
    const isEntryBar = bar === entryBar;
    if (!isEntryBar && exitMask[bar - 1] === 1) {
      hasSignal = true;
      lastKey = keyOf(2 * gridOf[bar]!, SIGNAL);
      lastFill = marketExitPrice(side, open[bar]!, account.slippage);
    }
    while (liquidation >= 0 && worst <= liquidations[liquidation]!) {
      const isAtOpen = !isEntryBar && signedOpen <= liquidations[liquidation]!;
      touches.liquidationKey[liquidation * n + i] = keyOf(2 * gridOf[bar]! + (isAtOpen ? 0 : 1), STOP);
      liquidation--;
    }
    let isOver = false;
    if (trailing.isMoving) {
      for (; stop < stopsEnd; stop++) {
        let level = stops[stop]!;
        if (best >= signedPrice * (1 + side * trailing.stopFrom[stop]!)) {
          level = Math.max(level, best * (1 - side * trailing.stopValue[stop]!));
        }
        if (!(worst <= level)) break;
        touchStop(
          touches.stop,
          (stop * n + i) * EXIT_FIELDS,
          level,
          signedOpen,
          !isEntryBar,
          2 * gridOf[bar]!,
          side * exitFactor,
        );
      }
      if (best >= breakEvenFrom && worst <= breakEvenLevel) {
        isOver = true;
        for (let other = 0; other < stopsEnd; other++) {
          betterStop(
            touches.stop,
            (other * n + i) * EXIT_FIELDS,
            breakEvenLevel,
            signedOpen,
            !isEntryBar,
            2 * gridOf[bar]!,
            side * exitFactor,
          );
        }
      }
      if (isTrailingTarget) {
        for (; target < targetsEnd; target++) {
          if (!(best >= signedPrice * (1 + side * trailing.targetFrom[target]!))) break;
          const level = best * (1 - side * trailing.targetValue[target]!);
          if (!(worst <= level)) break;
          const isAtOpen = !isEntryBar && signedOpen <= level;
          const at = (target * n + i) * EXIT_FIELDS;
          touches.target[at + KEY] = keyOf(2 * gridOf[bar]! + (isAtOpen ? 0 : 1), TRAILING_TARGET);
          touches.target[at + LEVEL] = level;
          touches.target[at + FILL] = side * Math.min(level, signedOpen) * exitFactor;
        }
      }
    } else {
      for (; stop < stopsEnd && worst <= stops[stop]!; stop++) {
        touchStop(
          touches.stop,
          (stop * n + i) * EXIT_FIELDS,
          stops[stop]!,
          signedOpen,
          !isEntryBar,
          2 * gridOf[bar]!,
          side * exitFactor,
        );
      }
    }
    const mostFavourable = side * favourable[bar]!;
    if (!isTrailingTarget) {
      for (; target < targetsEnd && mostFavourable >= targets[target]!; target++) {
        const isAtOpen = !isEntryBar && signedOpen >= targets[target]!;
        const at = (target * n + i) * EXIT_FIELDS;
        touches.target[at + KEY] = keyOf(2 * gridOf[bar]! + (isAtOpen ? 0 : 1), TARGET);
        touches.target[at + FILL] = side * (isAtOpen ? signedOpen : targets[target]!);
      }
    }
    if (isOver || stop === stopsEnd || (endsWithTargets && target === targetsEnd)) break;
    if (bar >= horizon || hasSignal) break;
    if (mostFavourable > best) best = mostFavourable;
  }
  endTimes(touches, i, lastKey, lastFill);
}

/** Levels of the entry, and its other columns as they are before anything is met. */
function setLevels(scan: Scan, i: number, coin: number, side: Side, open: number): void {
  const { touches, prepared, account, stops, targets, liquidations } = scan;
  const { axes, entries: n } = touches;
  const { maxLeverage } = prepared.market.coins[coin]!;
  const price = entryPrice(side, open, account.slippage);
  touches.price[i] = price;
  let firstStop = Number.NaN;
  for (let s = 0; s < stops.length; s++) {
    const at = (s * n + i) * EXIT_FIELDS;
    const distance = stopDistance(axes.stops[s]!, price, touches.stopMeasured[s]![i]!);
    if (s === 0) firstStop = distance;
    touches.stop[at + SIZE] = Number.isFinite(distance) ? distance / price : Number.NaN;
    touches.stop[at + KEY] = NEVER;
    stops[s] = side * price - distance;
  }
  for (let t = 0; t < targets.length; t++) {
    const at = (t * n + i) * EXIT_FIELDS;
    const distance = targetDistance(axes.targets[t], price, firstStop, touches.targetMeasured[t]![i]!);
    touches.target[at + SIZE] = distance === null || (Number.isFinite(distance) && distance > 0) ? 1 : 0;
    touches.target[at + KEY] = NEVER;
    targets[t] = side * price + (distance ?? Number.POSITIVE_INFINITY);
  }
  for (let l = 0; l < liquidations.length; l++) {
    const leverage = Math.min(axes.leverages[l]!, maxLeverage);
    touches.liquidationKey[l * n + i] = NEVER;
    liquidations[l] = side * liquidationPrice(side, price, leverage, maxLeverage);
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
    const at = (b * touches.entries + i) * TIME_FIELDS;
    const heldBars = touches.axes.maxBars[b];
    const bar =
      heldBars === undefined
        ? length
        : firstBarAt(time, length, entryBar, heldBars, time[entryBar]! + heldBars * market.timeframeMs);
    touches.time[at + TIME_KEY] = bar < length ? keyOf(2 * gridOf[bar]!, MAX_BARS) : NEVER;
    if (bar < length) touches.time[at + TIME_FILL] = marketExitPrice(side, open[bar]!, account.slippage);
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
    const at = (b * entries + i) * TIME_FIELDS;
    if (time[at + TIME_KEY]! < key) continue;
    time[at + TIME_KEY] = key;
    time[at + TIME_FILL] = fill;
  }
}

function touchStop(
  stops: Float64Array,
  at: number,
  level: number,
  open: number,
  mayBeAtOpen: boolean,
  openMoment: number,
  exitFactor: number,
): void {
  const moment = mayBeAtOpen && open <= level ? openMoment : openMoment + 1;
  stops[at + KEY] = keyOf(moment, STOP);
  stops[at + LEVEL] = level;
  stops[at + FILL] = Math.min(level, open) * exitFactor;
}

/** Break-even's level beside a stop's own: the one that is met first, or at the same time the more favourable. */
function betterStop(
  stops: Float64Array,
  at: number,
  level: number,
  open: number,
  mayBeAtOpen: boolean,
  openMoment: number,
  exitFactor: number,
): void {
  const key = keyOf(mayBeAtOpen && open <= level ? openMoment : openMoment + 1, STOP);
  const known = stops[at + KEY]!;
  if (known < key || (known === key && stops[at + LEVEL]! >= level)) return;
  touchStop(stops, at, level, open, mayBeAtOpen, openMoment, exitFactor);
}
