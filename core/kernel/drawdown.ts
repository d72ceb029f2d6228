const DAY_MS = 86_400_000;

/** Largest fall from a peak as a fraction of it, 0.25 for 25 %; the first peak is `capital`. */
export function maxDrawdown(marks: Float64Array, capital: number): number {
  let peak = capital;
  let worst = 0;
  for (let g = 0; g < marks.length; g++) {
    const mark = marks[g]!;
    if (mark > peak) peak = mark;
    else if ((peak - mark) / peak > worst) worst = (peak - mark) / peak;
  }
  return worst;
}

/**
 * Longest stretch below a peak, in days, from the close of the peak's bar (at first: the first bar's open) to the
 * close of the last bar below it. A mark equal to the peak is a new peak.
 */
export function timeUnderWaterDays(
  gridTime: Float64Array,
  marks: Float64Array,
  capital: number,
  timeframeMs: number,
): number {
  let peak = capital;
  let peakClose = gridTime[0] ?? 0;
  let longestMs = 0;
  for (let g = 0; g < marks.length; g++) {
    const close = gridTime[g]! + timeframeMs;
    if (marks[g]! >= peak) {
      peak = marks[g]!;
      peakClose = close;
    } else if (close - peakClose > longestMs) {
      longestMs = close - peakClose;
    }
  }
  return longestMs / DAY_MS;
}
