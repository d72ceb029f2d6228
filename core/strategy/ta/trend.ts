import { wilder } from "./averages.ts";
import { type Column, mapInto, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { ofCandles } from "./indicator.ts";
import { psar } from "./psar.ts";
import { keyed, number, period } from "./signature.ts";
import { atr, trueRange } from "./volatility.ts";
import { highestIndex, lowestIndex, slidingHighest, slidingLowest } from "./window.ts";

/** DX of the package: `plus` and `minus` as fractions of the true range, and their spread in percent of their sum. */
function directional(high: Column, low: Column, close: Column, n: number) {
  const length = close.length;
  const up = newColumn(length);
  const down = newColumn(length);
  for (let bar = 1; bar < length; bar++) {
    const higher = high[bar]! - high[bar - 1]!;
    const lower = low[bar - 1]! - low[bar]!;
    if (higher >= 0 && higher >= lower) up[bar] = higher;
    if (lower >= 0 && lower >= higher) down[bar] = lower;
  }
  const range = wilder(trueRange(high, low, close), n);
  const plus = wilder(up, n);
  const minus = wilder(down, n);
  const spread = unknownColumn(length);
  // The package gives nothing at the very first bar, also where one bar would do.
  const first = Math.max(n - 1, 1);
  if (first > n - 1 && length > 0) plus[0] = minus[0] = Number.NaN;
  for (let bar = first; bar < length; bar++) {
    plus[bar]! /= range[bar]!;
    minus[bar]! /= range[bar]!;
    const sum = plus[bar]! + minus[bar]!;
    spread[bar] = sum === 0 ? 0 : (Math.abs(plus[bar]! - minus[bar]!) / sum) * 100;
  }
  return { plus, minus, spread, first: Math.min(first, length) };
}

function adx(high: Column, low: Column, close: Column, n: number): Column {
  const { spread, first } = directional(high, low, close, n);
  const out = unknownColumn(close.length);
  out.set(wilder(spread.subarray(first), n), first);
  return out;
}

function aroon(high: Column, low: Column, n: number): readonly Column[] {
  const up = unknownColumn(high.length);
  const down = unknownColumn(high.length);
  const highest = highestIndex(high, n + 1);
  const lowest = lowestIndex(low, n + 1);
  for (let bar = n; bar < up.length; bar++) {
    up[bar] = (100 * (n - (bar - highest[bar]!))) / n;
    down[bar] = (100 * (n - (bar - lowest[bar]!))) / n;
  }
  return [up, down];
}

function superTrend(high: Column, low: Column, close: Column, n: number, multiplier: number): Column {
  const out = unknownColumn(close.length);
  const range = atr(high, low, close, n);
  let upper = Number.NaN;
  let lower = Number.NaN;
  let isUp = false;
  for (let bar = n - 1; bar < out.length; bar++) {
    const middle = (high[bar]! + low[bar]!) / 2;
    const basicUpper = middle + multiplier * range[bar]!;
    const basicLower = middle - multiplier * range[bar]!;
    if (bar === n - 1) {
      upper = basicUpper;
      lower = basicLower;
      isUp = close[bar]! > upper;
    } else {
      const before = close[bar - 1]!;
      if (basicUpper < upper || before > upper) upper = basicUpper;
      if (basicLower > lower || before < lower) lower = basicLower;
      isUp = isUp ? close[bar]! >= lower : close[bar]! > upper;
    }
    out[bar] = isUp ? lower : upper;
  }
  return out;
}

/** Ichimoku: middles of three windows, all known once the longest is; nothing is moved ahead in time. */
function ichimoku(high: Column, low: Column, base: number, conversion: number, spanB: number): readonly Column[] {
  const from = Math.min(Math.max(base, conversion, spanB) - 1, high.length);
  const middles = [base, conversion, spanB].map((n) => {
    const highest = slidingHighest(high, n);
    const lowest = slidingLowest(low, n);
    return mapInto(highest, highest, (top, bar) => (bar < from ? Number.NaN : (top + lowest[bar]!) / 2));
  });
  const spanA = mapInto(newColumn(high.length), middles[0]!, (middle, bar) => (middles[1]![bar]! + middle) / 2);
  return [middles[0]!, middles[1]!, spanA, middles[2]!];
}

export const TREND = {
  adx: ofCandles(["high", "low", "close"], [period("n", 14)], adx),
  dmi: ofCandles(
    ["high", "low", "close"],
    [period("n", 14)],
    (high, low, close, n) => {
      const { plus, minus } = directional(high, low, close, n);
      return [plus, minus];
    },
    keyed("plus", "minus"),
  ),
  dx: ofCandles(
    ["high", "low", "close"],
    [period("interval", 14)],
    (high, low, close, n) => directional(high, low, close, n).spread,
  ),
  aroon: ofCandles(["high", "low"], [period("n", 25)], aroon, keyed("up", "down")),
  psar: ofCandles(["high", "low"], [number("step", 0.02), number("max", 0.2)], psar),
  ichimokuCloud: ofCandles(
    ["high", "low"],
    [period("baseInterval", 26), period("conversionInterval", 9), period("spanBInterval", 52)],
    ichimoku,
    keyed("base", "conversion", "spanA", "spanB"),
  ),
  superTrend: ofCandles(["high", "low", "close"], [period("n", 10), number("multiplier", 3)], superTrend),
};
