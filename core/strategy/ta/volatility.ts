import { ema, wilder } from "./averages.ts";
import { type Column, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { ofCandles, ofColumn } from "./indicator.ts";
import { keyed, number, period } from "./signature.ts";
import { slidingDeviation, slidingHighest, slidingLowest } from "./window.ts";

/** True range; of the first bar high - low. */
export function trueRange(high: Column, low: Column, close: Column): Column {
  const out = newColumn(close.length);
  if (out.length > 0) out[0] = high[0]! - low[0]!;
  for (let bar = 1; bar < out.length; bar++) {
    const before = close[bar - 1]!;
    out[bar] = Math.max(high[bar]! - low[bar]!, Math.abs(high[bar]! - before), Math.abs(low[bar]! - before));
  }
  return out;
}

/** ATR, Wilder's. */
export function atr(high: Column, low: Column, close: Column, n: number): Column {
  return wilder(trueRange(high, low, close), n);
}

function natr(high: Column, low: Column, close: Column, n: number): Column {
  const out = atr(high, low, close, n);
  for (let bar = 0; bar < out.length; bar++) out[bar] = (100 * out[bar]!) / close[bar]!;
  return out;
}

function bbands(values: Column, n: number, k: number): readonly Column[] {
  const { mean, deviation } = slidingDeviation(values, n);
  return around(mean, deviation, k);
}

/** Keltner channels: an EMA of `n` closes, and the ATR of `atrN` bars on both sides. */
function keltner(
  high: Column,
  low: Column,
  close: Column,
  n: number,
  atrN: number,
  multiplier: number,
): readonly Column[] {
  const middle = ema(close, n);
  middle.fill(Number.NaN, 0, Math.min(atrN - 1, middle.length));
  return around(middle, atr(high, low, close, atrN), multiplier);
}

function around(middle: Column, width: Column, multiplier: number): readonly Column[] {
  const upper = newColumn(middle.length);
  const lower = newColumn(middle.length);
  for (let bar = 0; bar < upper.length; bar++) {
    const offset = width[bar]! * multiplier;
    upper[bar] = middle[bar]! + offset;
    lower[bar] = middle[bar]! - offset;
  }
  return [upper, middle, lower];
}

function donchian(high: Column, low: Column, n: number): readonly Column[] {
  const upper = slidingHighest(high, n);
  const lower = slidingLowest(low, n);
  const middle = unknownColumn(high.length);
  for (let bar = 0; bar < middle.length; bar++) middle[bar] = (upper[bar]! + lower[bar]!) / 2;
  return [upper, middle, lower];
}

const BANDS = keyed("upper", "middle", "lower");

export const VOLATILITY = {
  atr: ofCandles(["high", "low", "close"], [period("n", 14)], atr),
  natr: ofCandles(["high", "low", "close"], [period("n", 14)], natr),
  tr: ofCandles(["high", "low", "close"], [], trueRange),
  bbands: ofColumn([period("n", 20), number("k", 2)], bbands, BANDS),
  keltner: ofCandles(
    ["high", "low", "close"],
    [period("n", 20), period("atrN", 10), number("multiplier", 2)],
    keltner,
    BANDS,
  ),
  donchian: ofCandles(["high", "low"], [period("n", 20)], donchian, BANDS),
};
