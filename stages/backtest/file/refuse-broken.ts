import { SixbtcError } from "../../../core/errors.ts";
import { findGaps } from "../../../core/market/check-candles.ts";
import type { CandleFile } from "../../../core/market/csv-source.ts";
import { timeframeMs } from "../../../core/timeframe.ts";

const MINUTE_MS = 60_000;

/**
 * Refuses files that nothing can be learned from: without a row, or with candles that usually lie further apart than
 * their timeframe. On such a file every signal would be followed by a gap, so that no trade came of any.
 */
export function refuseBroken(files: readonly CandleFile[]): void {
  const empty = files.filter(({ candles }) => candles.length === 0).map(({ path }) => path);
  if (empty.length > 0) {
    throw new SixbtcError("data.empty", `there are no candles in ${empty.join(", ")}`, {
      hint: "A line of columns alone is no data: get the file again, or leave it out.",
      exitCode: 3,
    });
  }
  for (const { path, timeframe, candles } of files) {
    if (2 * findGaps(candles.time, timeframe).length < candles.length - 1) continue;
    const stepMs = usualStepMs(candles.time);
    if (stepMs === null || stepMs === timeframeMs(timeframe)) continue;
    throw new SixbtcError(
      "data.invalid",
      `${path}: its candles are usually ${stepMs / MINUTE_MS} minutes apart, and it is named as ${timeframe}`,
      { hint: "Name it after the timeframe that its candles have.", exitCode: 3 },
    );
  }
}

/** The most frequent distance of two neighbours; null where there are none. */
function usualStepMs(time: Float64Array): number | null {
  const counts = new Map<number, number>();
  for (let i = 1; i < time.length; i++) {
    const step = (time[i] ?? Number.NaN) - (time[i - 1] ?? Number.NaN);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return usual?.[0] ?? null;
}
