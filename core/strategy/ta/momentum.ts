import { emaWeight, unsettledSmoothed } from "./averages.ts";
import { type Column, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { ofCandles, ofColumn } from "./indicator.ts";
import { keyed, period } from "./signature.ts";
import { typicalPrice } from "./typical-price.ts";
import { highestIndex, lowestIndex, slidingHighest, slidingLowest, slidingMean, slidingSum } from "./window.ts";

/** RSI over Wilder's averages; with a length of 1 the package keeps one price and never sees a change. */
function rsi(values: Column, n: number): Column {
  const length = values.length;
  const out = unknownColumn(length);
  if (n === 1 || n >= length) return out;
  let gain = 0;
  let loss = 0;
  for (let bar = 1; bar <= n; bar++) {
    const change = values[bar]! - values[bar - 1]!;
    if (change > 0) gain += change;
    else loss -= change;
  }
  gain /= n;
  loss /= n;
  out[n] = relativeStrength(gain, loss);
  const step = 1 / n;
  for (let bar = n + 1; bar < length; bar++) {
    const change = values[bar]! - values[bar - 1]!;
    const up = Math.max(change, 0);
    gain = (up - gain) * step + gain;
    loss = (up - change - loss) * step + loss;
    out[bar] = relativeStrength(gain, loss);
  }
  return out;
}

function relativeStrength(gain: number, loss: number): number {
  return loss === 0 ? 100 : 100 - 100 / (gain / loss + 1);
}

/** CCI: summed in the package's order, since a flat window is 0/0 or rounding noise there and must be the same here. */
function cci(high: Column, low: Column, close: Column, n: number): Column {
  const out = unknownColumn(close.length);
  const typical = typicalPrice(high, low, close);
  for (let bar = n - 1; bar < out.length; bar++) {
    let sum = 0;
    for (let i = bar - n + 1; i <= bar; i++) sum += typical[i]!;
    const mean = sum / n;
    let distance = 0;
    for (let i = bar - n + 1; i <= bar; i++) distance += Math.abs(typical[i]! - mean);
    out[bar] = (typical[bar]! - mean) / (0.015 * (distance / n));
  }
  return out;
}

function mom(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  for (let bar = n; bar < out.length; bar++) out[bar] = values[bar]! - values[bar - n]!;
  return out;
}

function roc(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  for (let bar = n; bar < out.length; bar++) {
    const before = values[bar - n]!;
    out[bar] = (values[bar]! - before) / before;
  }
  return out;
}

function willr(high: Column, low: Column, close: Column, n: number): Column {
  const out = unknownColumn(close.length);
  const highest = slidingHighest(high, n);
  const lowest = slidingLowest(low, n);
  for (let bar = n - 1; bar < out.length; bar++) {
    const range = highest[bar]! - lowest[bar]!;
    out[bar] = range === 0 ? -100 : ((highest[bar]! - close[bar]!) / range) * -100;
  }
  return out;
}

function mfi(high: Column, low: Column, close: Column, volume: Column, n: number): Column {
  const out = unknownColumn(close.length);
  const typical = typicalPrice(high, low, close);
  const up = newColumn(out.length);
  const down = newColumn(out.length);
  for (let bar = 1; bar < out.length; bar++) {
    if (typical[bar]! > typical[bar - 1]!) up[bar] = typical[bar]! * volume[bar]!;
    else if (typical[bar]! < typical[bar - 1]!) down[bar] = typical[bar]! * volume[bar]!;
  }
  const ups = slidingSum(up, n);
  const downs = slidingSum(down, n);
  for (let bar = n; bar < out.length; bar++) {
    const total = ups[bar]! + downs[bar]!;
    out[bar] = total === 0 ? 50 : (100 * ups[bar]!) / total;
  }
  return out;
}

function cmo(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  const up = newColumn(out.length);
  const down = newColumn(out.length);
  for (let bar = 1; bar < out.length; bar++) {
    const change = values[bar]! - values[bar - 1]!;
    if (change > 0) up[bar] = change;
    else down[bar] = -change;
  }
  const gains = slidingSum(up, n);
  const losses = slidingSum(down, n);
  for (let bar = n; bar < out.length; bar++) {
    const total = gains[bar]! + losses[bar]!;
    out[bar] = total === 0 ? 0 : (100 * (gains[bar]! - losses[bar]!)) / total;
  }
  return out;
}

/** StochasticRSI: the package leaves out an RSI of exactly 0 and keeps its value then, and gives 100 for a flat RSI. */
function stochRsi(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  const strength = rsi(values, n);
  const fed = strength.filter((value) => value > 0 || value < 0);
  const highest = highestIndex(fed, n);
  const lowest = lowestIndex(fed, n);
  let next = 0;
  let latest = Number.NaN;
  for (let bar = 0; bar < out.length; bar++) {
    const value = strength[bar]!;
    if (value > 0 || value < 0) {
      if (next >= n - 1) {
        const low = fed[lowest[next]!]!;
        const range = fed[highest[next]!]! - low;
        latest = range === 0 ? 100 : (value - low) / range;
      }
      next++;
    }
    out[bar] = latest;
  }
  return out;
}

/** MACD: stable once the long average is; the signal line takes in the difference from there on. */
function macd(values: Column, short: number, long: number, signal: number): readonly Column[] {
  const difference = unknownColumn(values.length);
  const line = unknownColumn(values.length);
  const histogram = unknownColumn(values.length);
  const first = Math.min(long - 1, values.length);
  const fast = unsettledSmoothed(values, emaWeight(short));
  const slow = unsettledSmoothed(values, emaWeight(long));
  for (let bar = first; bar < values.length; bar++) difference[bar] = fast[bar]! - slow[bar]!;
  line.set(unsettledSmoothed(difference.subarray(first), emaWeight(signal)), first);
  for (let bar = first; bar < values.length; bar++) histogram[bar] = difference[bar]! - line[bar]!;
  return [difference, line, histogram];
}

function stoch(high: Column, low: Column, close: Column, k: number, d: number, slowing: number): readonly Column[] {
  const length = close.length;
  const highest = slidingHighest(high, k);
  const lowest = slidingLowest(low, k);
  const first = Math.min(k - 1, length);
  const raw = newColumn(length - first);
  for (let bar = first; bar < length; bar++) {
    const range = highest[bar]! - lowest[bar]!;
    raw[bar - first] = ((close[bar]! - lowest[bar]!) * 100) / (range === 0 ? 1 : range);
  }
  const slowed = slidingMean(raw, slowing);
  const from = Math.min(slowing - 1, slowed.length);
  const signal = slidingMean(slowed.subarray(from), d);
  const outK = unknownColumn(length);
  const outD = unknownColumn(length);
  for (let bar = first + from + d - 1; bar < length; bar++) {
    outK[bar] = slowed[bar - first]!;
    outD[bar] = signal[bar - first - from]!;
  }
  return [outK, outD];
}

/**
 * REI: the package sums over every bar since the one after `interval`, not over the last `interval` bars, and walks
 * all of them again at each bar; this adds up the same terms as it goes.
 */
function rei(high: Column, low: Column, close: Column, interval: number): Column {
  const out = unknownColumn(close.length);
  let directed = 0;
  let path = 0;
  for (let bar = interval + 1; bar < out.length; bar++) {
    const highMove = high[bar]! - high[bar - 2]!;
    const lowMove = low[bar]! - low[bar - 2]!;
    const highsFade =
      high[bar - 2]! < close[bar - 7]! &&
      high[bar - 2]! < close[bar - 8]! &&
      high[bar]! < high[bar - 5]! &&
      high[bar]! < high[bar - 6]!;
    const lowsFade =
      low[bar - 2]! > close[bar - 7]! &&
      low[bar - 2]! > close[bar - 8]! &&
      low[bar]! > low[bar - 5]! &&
      low[bar]! > low[bar - 6]!;
    if (!highsFade && !lowsFade) directed += highMove + lowMove;
    path += Math.abs(highMove) + Math.abs(lowMove);
    if (bar >= interval + 7) out[bar] = path === 0 ? 0 : (directed / path) * 100;
  }
  return out;
}

export const MOMENTUM = {
  rsi: ofColumn([period("n", 14)], rsi),
  cci: ofCandles(["high", "low", "close"], [period("n", 20)], cci),
  mom: ofColumn([period("n", 10)], mom),
  roc: ofColumn([period("n", 10)], roc),
  willr: ofCandles(["high", "low", "close"], [period("n", 14)], willr),
  mfi: ofCandles(["high", "low", "close", "volume"], [period("n", 14)], mfi),
  cmo: ofColumn([period("n", 14)], cmo),
  stochRsi: ofColumn([period("n", 14)], stochRsi),
  macd: ofColumn(
    [period("short", 12), period("long", 26), period("signal", 9)],
    macd,
    keyed("macd", "signal", "histogram"),
  ),
  stoch: ofCandles(
    ["high", "low", "close"],
    [period("k", 14), period("d", 3), period("slowing", 3)],
    stoch,
    keyed("k", "d"),
  ),
  rei: ofCandles(["high", "low", "close"], [period("interval", 8)], rei),
};
