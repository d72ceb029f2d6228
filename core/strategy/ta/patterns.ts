import type { Column } from "./column.ts";
import { newMask } from "./column-memory.ts";
import { candles, MASK, type TaFunction } from "./signature.ts";

/*
 * Candle patterns by shape alone: trading-signals has none, so these are the definitions. What trend they stand in is
 * for the strategy to say (`ta.and(ta.hammer(c), ta.falling(ta.shift(c.close, 1), 3))`). On a bar, `body` is
 * |close - open|, `range` high - low, `upper` and `lower` the shadows above and below the body; a bar is up when it
 * closes above its open, down when below. A bar without range is no pattern. Every comparison with NaN is false.
 */
type Bars = { open: Column; high: Column; low: Column; close: Column };

function pattern(bars: number, holds: (bars: Bars, bar: number) => boolean): TaFunction {
  return {
    parameters: [candles("open", "high", "low", "close")],
    repeatsLast: false,
    result: MASK,
    compute({ length, columns: [open, high, low, close] }) {
      const out = newMask(length);
      const all = { open: open!, high: high!, low: low!, close: close! };
      for (let bar = bars - 1; bar < length; bar++) if (holds(all, bar)) out[bar] = 1;
      return out;
    },
  };
}

const isUp = ({ open, close }: Bars, t: number): boolean => close[t]! > open[t]!;
const isDown = ({ open, close }: Bars, t: number): boolean => close[t]! < open[t]!;
const body = ({ open, close }: Bars, t: number): number => Math.abs(close[t]! - open[t]!);
const range = ({ high, low }: Bars, t: number): number => high[t]! - low[t]!;
const upper = ({ open, high, close }: Bars, t: number): number => high[t]! - Math.max(open[t]!, close[t]!);
const lower = ({ open, low, close }: Bars, t: number): number => Math.min(open[t]!, close[t]!) - low[t]!;
const bodyMiddle = ({ open, close }: Bars, t: number): number => (open[t]! + close[t]!) / 2;
const hasRange = (b: Bars, t: number): boolean => range(b, t) > 0;

/** Body at most a third of the range, one shadow at least twice the body, the other at most a tenth of the range. */
const isNail = (b: Bars, t: number, long: typeof upper, short: typeof upper): boolean =>
  hasRange(b, t) && body(b, t) <= range(b, t) / 3 && long(b, t) >= 2 * body(b, t) && short(b, t) <= range(b, t) / 10;

/** Down bars of at least half their range, then a body of at most 0.3 of that one, then a bar back past its middle. */
const isLong = (b: Bars, t: number): boolean => hasRange(b, t) && body(b, t) >= range(b, t) / 2;
const isStar = (b: Bars, t: number): boolean => body(b, t) <= 0.3 * body(b, t - 1);

export const PATTERNS = {
  /** An up bar whose body covers the body of the down bar before it and is larger. */
  engulfing: pattern(
    2,
    (b, t) =>
      isDown(b, t - 1) &&
      isUp(b, t) &&
      b.open[t]! <= b.close[t - 1]! &&
      b.close[t]! >= b.open[t - 1]! &&
      body(b, t) > body(b, t - 1),
  ),
  bearishEngulfing: pattern(
    2,
    (b, t) =>
      isUp(b, t - 1) &&
      isDown(b, t) &&
      b.open[t]! >= b.close[t - 1]! &&
      b.close[t]! <= b.open[t - 1]! &&
      body(b, t) > body(b, t - 1),
  ),
  /** A small body at the top of a long lower shadow, whatever its colour. */
  hammer: pattern(1, (b, t) => isNail(b, t, lower, upper)),
  /** The hammer upside down. */
  shootingStar: pattern(1, (b, t) => isNail(b, t, upper, lower)),
  /** A lower shadow of at least two thirds of the range. */
  pinBar: pattern(1, (b, t) => hasRange(b, t) && lower(b, t) >= (2 / 3) * range(b, t)),
  bearishPinBar: pattern(1, (b, t) => hasRange(b, t) && upper(b, t) >= (2 / 3) * range(b, t)),
  /** A bar that is nearly all body: at least 0.95 of its range. */
  marubozu: pattern(1, (b, t) => isUp(b, t) && body(b, t) >= 0.95 * range(b, t)),
  bearishMarubozu: pattern(1, (b, t) => isDown(b, t) && body(b, t) >= 0.95 * range(b, t)),
  /** A long down bar, a small body below its middle, an up bar that closes above that middle. */
  morningStar: pattern(
    3,
    (b, t) =>
      isDown(b, t - 2) &&
      isLong(b, t - 2) &&
      isStar(b, t - 1) &&
      Math.max(b.open[t - 1]!, b.close[t - 1]!) < bodyMiddle(b, t - 2) &&
      isUp(b, t) &&
      b.close[t]! > bodyMiddle(b, t - 2),
  ),
  eveningStar: pattern(
    3,
    (b, t) =>
      isUp(b, t - 2) &&
      isLong(b, t - 2) &&
      isStar(b, t - 1) &&
      Math.min(b.open[t - 1]!, b.close[t - 1]!) > bodyMiddle(b, t - 2) &&
      isDown(b, t) &&
      b.close[t]! < bodyMiddle(b, t - 2),
  ),
  /** Three up bars of at least half their range, each opening within the body before it and closing above it. */
  threeSoldiers: pattern(
    3,
    (b, t) => isSoldier(b, t - 2) && isSoldier(b, t - 1) && isSoldier(b, t) && climbs(b, t - 1) && climbs(b, t),
  ),
  threeCrows: pattern(
    3,
    (b, t) => isCrow(b, t - 2) && isCrow(b, t - 1) && isCrow(b, t) && descends(b, t - 1) && descends(b, t),
  ),
  /** A body of at most a tenth of the range. */
  doji: pattern(1, (b, t) => hasRange(b, t) && body(b, t) <= 0.1 * range(b, t)),
  /** A lower high and a higher low than the bar before. */
  insideBar: pattern(2, ({ high, low }, t) => high[t]! < high[t - 1]! && low[t]! > low[t - 1]!),
  /** A higher high and a lower low than the bar before. */
  outsideBar: pattern(2, ({ high, low }, t) => high[t]! > high[t - 1]! && low[t]! < low[t - 1]!),
};

function isSoldier(b: Bars, t: number): boolean {
  return isUp(b, t) && isLong(b, t);
}

function climbs({ open, close }: Bars, t: number): boolean {
  return open[t]! >= open[t - 1]! && open[t]! <= close[t - 1]! && close[t]! > close[t - 1]!;
}

function isCrow(b: Bars, t: number): boolean {
  return isDown(b, t) && isLong(b, t);
}

function descends({ open, close }: Bars, t: number): boolean {
  return open[t]! <= open[t - 1]! && open[t]! >= close[t - 1]! && close[t]! < close[t - 1]!;
}
