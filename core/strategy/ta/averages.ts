import { type Column, copyOf, mapInto, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { ofColumn } from "./indicator.ts";
import { period } from "./signature.ts";
import { slidingLine, slidingMean, slidingSum } from "./window.ts";

/*
 * Loops over known values, each equal to the class of trading-signals that it names: to the bit where only recursion
 * is involved (EMA, RMA, DEMA, TEMA, WSMA), to the rounding of a sum else.
 */

/** EMA and RMA: the package seeds both with the first value, weighted as if it was its own predecessor. */
function smoothed(values: Column, n: number, weight: number): Column {
  const out = unsettledSmoothed(values, weight);
  out.fill(Number.NaN, 0, Math.min(n - 1, out.length));
  return out;
}

/** The same with the values before it is stable, which DEMA and MACD feed on. */
export function unsettledSmoothed(values: Column, weight: number): Column {
  const out = newColumn(values.length);
  const rest = 1 - weight;
  let mean = values[0]!;
  for (let bar = 0; bar < out.length; bar++) {
    mean = values[bar]! * weight + mean * rest;
    out[bar] = mean;
  }
  return out;
}

/** EMA. */
export function ema(values: Column, n: number): Column {
  return smoothed(values, n, emaWeight(n));
}

export function emaWeight(n: number): number {
  return 2 / (n + 1);
}

/** WSMA, Wilder's average: the mean of the first `n` values, then a step of 1/n towards each value. */
export function wilder(values: Column, n: number): Column {
  const length = values.length;
  const out = unknownColumn(length);
  if (n > length) return out;
  let sum = 0;
  for (let bar = 0; bar < n; bar++) sum += values[bar]!;
  let mean = sum / n;
  out[n - 1] = mean;
  const step = 1 / n;
  for (let bar = n; bar < length; bar++) {
    mean = (values[bar]! - mean) * step + mean;
    out[bar] = mean;
  }
  return out;
}

/** WMA: weights 1 to n, which is the mean moved along the least-squares line. */
function wma(values: Column, n: number): Column {
  if (n === 1) return copyOf(values);
  const { mean, slope } = slidingLine(values, n);
  const ahead = (n - 1) / 6;
  for (let bar = 0; bar < mean.length; bar++) mean[bar]! += slope[bar]! * ahead;
  return mean;
}

/** DEMA: the outer average takes in the inner one from its first value, stable or not. */
function dema(values: Column, n: number): Column {
  const inner = unsettledSmoothed(values, emaWeight(n));
  const outer = smoothed(inner, n, emaWeight(n));
  for (let bar = 0; bar < outer.length; bar++) outer[bar] = inner[bar]! * 2 - outer[bar]!;
  return outer;
}

/** TEMA: each average takes in the one before only where that is stable. */
function tema(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  const lag = n - 1;
  const single = ema(values, n);
  const double = ema(single.subarray(lag), n);
  const triple = ema(double.subarray(lag), n);
  for (let bar = 3 * lag; bar < out.length; bar++) {
    out[bar] = 3 * single[bar]! - 3 * double[bar - lag]! + triple[bar - 2 * lag]!;
  }
  return out;
}

/** HMA; with a length of 1 the package averages over floor(1/2) = 0 values, which never gives a number. */
function hma(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  if (n === 1) return out;
  const half = wma(values, Math.floor(n / 2));
  const full = wma(values, n);
  const lessLag = mapInto(newColumn(full.length), full, (value, bar) => 2 * half[bar]! - value).subarray(n - 1);
  out.set(wma(lessLag, Math.floor(Math.sqrt(n))), Math.min(n - 1, out.length));
  return out;
}

const KAMA_FAST = 2 / (2 + 1);
const KAMA_SLOW = 2 / (30 + 1);

/** KAMA: begins at the n-th value as it stands. */
function kama(values: Column, n: number): Column {
  const out = unknownColumn(values.length);
  if (n > values.length) return out;
  const path = slidingSum(
    mapInto(newColumn(values.length), values, (value, bar) => (bar === 0 ? 0 : Math.abs(value - values[bar - 1]!))),
    n,
  );
  let mean = values[n - 1]!;
  out[n - 1] = mean;
  for (let bar = n; bar < out.length; bar++) {
    const efficiency = path[bar] === 0 ? 1 : Math.abs(values[bar]! - values[bar - n]!) / path[bar]!;
    mean += (efficiency * (KAMA_FAST - KAMA_SLOW) + KAMA_SLOW) ** 2 * (values[bar]! - mean);
    out[bar] = mean;
  }
  return out;
}

export const AVERAGES = {
  sma: ofColumn([period("n", 20)], slidingMean),
  ema: ofColumn([period("n", 20)], ema),
  wma: ofColumn([period("n", 20)], wma),
  dema: ofColumn([period("n", 20)], dema),
  tema: ofColumn([period("n", 20)], tema),
  hma: ofColumn([period("n", 20)], hma),
  rma: ofColumn([period("n", 14)], (values, n) => smoothed(values, n, 1 / n)),
  kama: ofColumn([period("n", 10)], kama),
  wsma: ofColumn([period("interval", 14)], wilder),
};
