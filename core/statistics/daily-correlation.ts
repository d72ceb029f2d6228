import { sampleCorrelation } from "simple-statistics";

/** Returns by the first millisecond of their UTC day. */
export type ReturnsByDay = ReadonlyMap<number, number>;

/** `correlation` is null where it cannot be measured: too few days in common, or a side that did not move in them. */
export type DailyCorrelation = { commonDays: number; correlation: number | null };

/** With fewer, an estimate of 0.7 may as well come from a true correlation of a third. */
export const MIN_COMMON_DAYS = 20;

/** Correlation of the returns of the days that both have. */
export function dailyCorrelation(a: ReturnsByDay, b: ReturnsByDay): DailyCorrelation {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [day, value] of a) {
    const other = b.get(day);
    if (other === undefined) continue;
    ours.push(value);
    theirs.push(other);
  }
  const commonDays = ours.length;
  if (commonDays < MIN_COMMON_DAYS) return { commonDays, correlation: null };
  const correlation = sampleCorrelation(ours, theirs);
  return { commonDays, correlation: Number.isFinite(correlation) ? correlation : null };
}
