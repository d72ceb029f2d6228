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
  const out = unknownColumn(values.length);
  for (let bar = n - 1; bar < out.length; bar++) {
    const value = values[bar]!;
    let count = 0;
    for (let i = bar - n + 1; i <= bar; i++) if (values[i]! <= value) count++;
    out[bar] = count / n;
  }
  return out;
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
