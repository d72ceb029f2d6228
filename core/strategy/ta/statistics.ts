import { type Column, unknownColumn } from "./column.ts";
import { ofColumn } from "./indicator.ts";
import { period } from "./signature.ts";
import { slidingDeviation, slidingHighest, slidingLine, slidingLowest, slidingMean } from "./window.ts";

/** Deviations from the mean in standard deviations; a flat window has none to measure in: NaN. */
function zscore(values: Column, n: number): Column {
  const { mean, deviation } = slidingDeviation(values, n);
  for (let bar = 0; bar < mean.length; bar++) mean[bar] = (values[bar]! - mean[bar]!) / deviation[bar]!;
  return mean;
}

/** Share of the last `n` values at or below this one, itself included: from 1/n to 1. */
function rank(values: Column, n: number): Column {
  const length = values.length;
  const out = unknownColumn(length);
  if (n > length) return out;
  const sorted = values.slice(0, n).sort();
  out[n - 1] = atOrBelow(sorted, values[n - 1]!) / n;
  for (let bar = n; bar < length; bar++) {
    const gone = atOrBelow(sorted, values[bar - n]!) - 1;
    const above = atOrBelow(sorted, values[bar]!);
    const at = gone < above ? above - 1 : above;
    // Those between the one that left and the one that came move up or down by one place.
    if (gone < at) sorted.copyWithin(gone, gone + 1, at + 1);
    else sorted.copyWithin(at + 1, at, gone);
    sorted[at] = values[bar]!;
    out[bar] = (at + 1) / n;
  }
  return out;
}

/** How many of `sorted` are at or below `value`. */
function atOrBelow(sorted: Column, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All over the last `n` known bars, this one included. */
export const STATISTICS = {
  mean: ofColumn([period("n", 20)], slidingMean),
  stddev: ofColumn([period("n", 20)], (values, n) => slidingDeviation(values, n).deviation),
  zscore: ofColumn([period("n", 20)], zscore),
  rank: ofColumn([period("n", 50)], rank),
  slope: ofColumn([period("n", 20)], (values, n) => slidingLine(values, n).slope),
  highest: ofColumn([period("n", 20)], slidingHighest),
  lowest: ofColumn([period("n", 20)], slidingLowest),
};
