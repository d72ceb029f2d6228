import { deflatedSharpe } from "../../../core/statistics/deflated-sharpe.ts";
import { minTrackRecord } from "../../../core/statistics/min-track-record.ts";
import { returnMoments } from "../../../core/statistics/moments.ts";
import type { Luck } from "../luck.ts";
import type { GateSettings } from "../settings.ts";
import { atLeast, type Verdict, verdictOf } from "./verdict.ts";

const DAYS_PER_YEAR = 365;

/**
 * Whether the daily returns of both windows show more than the best of all that the factory tried shows by luck. The
 * Sharpes that it counts are each the best of a sweep, so that their mean is above 0 without any edge: the benchmark is
 * that mean (0 where it is less) and, above it, the greatest of so many deviations.
 *
 * The spread is never taken for less than chance alone brings into a Sharpe measured over `inSampleDays`, and is that
 * where fewer than `minLooks` were measured. The candidate counts as one more look.
 */
export function judgeDeflated(
  dailyReturns: readonly number[],
  inSampleDays: number,
  luck: Luck,
  { min, minLooks }: GateSettings["deflated"],
): Verdict {
  const moments = returnMoments(dailyReturns);
  const trials = luck.looks + 1;
  const { sharpeMean, sharpeVariance } = spreadOf(luck, inSampleDays, minLooks);
  const { deflated, benchmark } = deflatedSharpe({ moments, trials, sharpeMean, sharpeVariance });
  const annual = Math.sqrt(DAYS_PER_YEAR);
  return verdictOf([atLeast("deflated Sharpe", deflated, min)], {
    ...{ deflated, trials, days: moments.count },
    ...{ sharpe: moments.sharpe * annual, benchmark: benchmark * annual },
    // Infinite where it is not above the benchmark.
    minTrackRecordDays: minTrackRecord(moments, benchmark, min),
  });
}

/** Per day. */
function spreadOf({ looks, sharpeMean, sharpeVariance }: Luck, inSampleDays: number, minLooks: number) {
  const byChance = 1 / inSampleDays;
  if (looks < minLooks) return { sharpeMean: 0, sharpeVariance: byChance };
  return {
    sharpeMean: Math.max(0, sharpeMean) / Math.sqrt(DAYS_PER_YEAR),
    sharpeVariance: Math.max(byChance, sharpeVariance / DAYS_PER_YEAR),
  };
}
