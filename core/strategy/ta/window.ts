import { type Column, unknownColumn } from "./column.ts";
import { newIndices } from "./column-memory.ts";

/*
 * Values over the last n bars in constant time a bar, without ever subtracting what left the window: a running sum
 * that adds and subtracts keeps the rounding error of a price of 1e9 after the window has moved on to prices of 1e-8,
 * and drifts over 100,000 bars. Instead the bars are cut into blocks of n from the first one on. A window is then the
 * end of the block before (`older`, summed backwards once a block) and the beginning of this one (`newer`, summed
 * forwards): additions of values inside the window, nothing else. Means and deviations are taken around the first
 * value of the block, which lies in every one of these windows, so that a flat window gives exactly its price and
 * exactly no deviation. All inputs are known values (known-bars.ts); results are NaN for the first n - 1 bars.
 */

/** Sum of the last `n` values. */
export function slidingSum(values: Column, n: number): Column {
  const length = values.length;
  const out = unknownColumn(length);
  if (n > length) return out;
  const older = new Float64Array(n + 1);
  for (let start = 0; start < length; start += n) {
    if (start > 0) {
      let sum = 0;
      for (let k = n - 1; k > 0; k--) {
        sum += values[start - n + k]!;
        older[k] = sum;
      }
    }
    const end = Math.min(start + n, length);
    let newer = 0;
    for (let bar = start; bar < end; bar++) {
      newer += values[bar]!;
      if (bar >= n - 1) out[bar] = older[bar - start + 1]! + newer;
    }
  }
  return out;
}

/** Mean of the last `n` values. */
export function slidingMean(values: Column, n: number): Column {
  const length = values.length;
  const out = unknownColumn(length);
  if (n > length) return out;
  const older = new Float64Array(n + 1);
  for (let start = 0; start < length; start += n) {
    const reference = referenceAt(values, start);
    if (start > 0) {
      let sum = 0;
      for (let k = n - 1; k > 0; k--) {
        sum += values[start - n + k]! - reference;
        older[k] = sum;
      }
    }
    const end = Math.min(start + n, length);
    let newer = 0;
    for (let bar = start; bar < end; bar++) {
      newer += values[bar]! - reference;
      if (bar >= n - 1) out[bar] = reference + (older[bar - start + 1]! + newer) / n;
    }
  }
  return out;
}

/** Mean and population standard deviation of the last `n` values. */
export function slidingDeviation(values: Column, n: number): { mean: Column; deviation: Column } {
  const length = values.length;
  const mean = unknownColumn(length);
  const deviation = unknownColumn(length);
  if (n > length) return { mean, deviation };
  const olderSum = new Float64Array(n + 1);
  const olderSquares = new Float64Array(n + 1);
  for (let start = 0; start < length; start += n) {
    const reference = referenceAt(values, start);
    if (start > 0) {
      let sum = 0;
      let squares = 0;
      for (let k = n - 1; k > 0; k--) {
        const distance = values[start - n + k]! - reference;
        sum += distance;
        squares += distance * distance;
        olderSum[k] = sum;
        olderSquares[k] = squares;
      }
    }
    const end = Math.min(start + n, length);
    let sum = 0;
    let squares = 0;
    for (let bar = start; bar < end; bar++) {
      const distance = values[bar]! - reference;
      sum += distance;
      squares += distance * distance;
      if (bar < n - 1) continue;
      const k = bar - start + 1;
      const offset = (olderSum[k]! + sum) / n;
      mean[bar] = reference + offset;
      deviation[bar] = Math.sqrt(Math.max((olderSquares[k]! + squares) / n - offset * offset, 0));
    }
  }
  return { mean, deviation };
}

/** Mean and least-squares slope (per bar) of the last `n` values; one value has no slope: NaN. */
export function slidingLine(values: Column, n: number): { mean: Column; slope: Column } {
  const length = values.length;
  const mean = unknownColumn(length);
  const slope = unknownColumn(length);
  if (n > length) return { mean, slope };
  const middle = (n - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  const olderSum = new Float64Array(n + 1);
  const olderWeighted = new Float64Array(n + 1);
  for (let start = 0; start < length; start += n) {
    const reference = referenceAt(values, start);
    if (start > 0) {
      let sum = 0;
      let weighted = 0;
      for (let k = n - 1; k > 0; k--) {
        weighted += sum;
        sum += values[start - n + k]! - reference;
        olderSum[k] = sum;
        olderWeighted[k] = weighted;
      }
    }
    const end = Math.min(start + n, length);
    let sum = 0;
    let weighted = 0;
    for (let bar = start; bar < end; bar++) {
      const distance = values[bar]! - reference;
      sum += distance;
      weighted += distance * (bar - start);
      if (bar < n - 1) continue;
      const k = bar - start + 1;
      const total = olderSum[k]! + sum;
      mean[bar] = reference + total / n;
      slope[bar] = (olderWeighted[k]! + weighted + sum * (n - k) - middle * total) / spread;
    }
  }
  return { mean, slope };
}

/** Index of the highest of the last `n` values, the latest of equal ones; -1 for the first `n - 1` bars. */
export function highestIndex(values: Column, n: number): Int32Array {
  return extremeIndex(values, n, 1);
}

/** Index of the lowest of the last `n` values, the latest of equal ones; -1 for the first `n - 1` bars. */
export function lowestIndex(values: Column, n: number): Int32Array {
  return extremeIndex(values, n, -1);
}

/** Largest of the last `n` values. */
export function slidingHighest(values: Column, n: number): Column {
  return pick(values, highestIndex(values, n));
}

/** Smallest of the last `n` values. */
export function slidingLowest(values: Column, n: number): Column {
  return pick(values, lowestIndex(values, n));
}

/** `candidates` holds, in falling order, the bars of the window that nothing later has reached: its head is the answer. */
function extremeIndex(values: Column, n: number, sign: 1 | -1): Int32Array {
  const length = values.length;
  const out = newIndices(length, -1);
  const candidates = newIndices(length);
  let head = 0;
  let tail = 0;
  for (let bar = 0; bar < length; bar++) {
    const value = sign * values[bar]!;
    while (tail > head && sign * values[candidates[tail - 1]!]! <= value) tail--;
    candidates[tail++] = bar;
    if (candidates[head]! <= bar - n) head++;
    if (bar >= n - 1) out[bar] = candidates[head]!;
  }
  return out;
}

function pick(values: Column, indices: Int32Array): Column {
  const out = unknownColumn(values.length);
  for (let bar = 0; bar < out.length; bar++) {
    const index = indices[bar]!;
    if (index >= 0) out[bar] = values[index]!;
  }
  return out;
}

/** An infinite value would make every distance NaN, also where the plain mean is infinite. */
function referenceAt(values: Column, start: number): number {
  const value = values[start]!;
  return Number.isFinite(value) ? value : 0;
}
