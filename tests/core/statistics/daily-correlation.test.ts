import { expect, test } from "bun:test";
import { dailyCorrelation, MIN_COMMON_DAYS } from "../../../core/statistics/daily-correlation.ts";

const days = (values: number[], from = 0) => new Map(values.map((value, i) => [(from + i) * 86_400_000, value]));
const wave = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(i * i));

test("daily correlation: only days that both have count, aligned by the day", () => {
  const shared = wave(40);
  const early = days([9, -9, 9, ...shared]);
  const late = days([...shared.map((value) => 2 * value + 1), -5, 5], 3);
  expect(dailyCorrelation(early, late)).toEqual({ commonDays: 40, correlation: expect.closeTo(1, 12) });
  expect(dailyCorrelation(late, early)).toEqual(dailyCorrelation(early, late));
  const opposite = days(
    shared.map((value) => -value),
    3,
  );
  expect(dailyCorrelation(early, opposite).correlation).toBeCloseTo(-1, 12);
});

test("daily correlation: a hand-worked value", () => {
  // Means 0 and 0.25; products sum to 5, squares to 10 and 2.75, the same five times over.
  const a = [1, -1, 2, -2];
  const b = [1, 0, 1, -1];
  const five = (values: number[]) => days(Array.from({ length: 5 }, () => values).flat());
  expect(dailyCorrelation(five(a), five(b)).correlation).toBeCloseTo(5 / Math.sqrt(10 * 2.75), 12);
});

test("daily correlation: too few days in common, or a side that does not move, is no number", () => {
  const few = days(wave(MIN_COMMON_DAYS - 1));
  expect(dailyCorrelation(few, few)).toEqual({ commonDays: MIN_COMMON_DAYS - 1, correlation: null });
  const enough = days(wave(MIN_COMMON_DAYS));
  expect(dailyCorrelation(enough, enough).correlation).toBeCloseTo(1, 12);
  expect(dailyCorrelation(enough, days(Array(30).fill(0)))).toMatchObject({ correlation: null });
  expect(dailyCorrelation(enough, days(wave(40), 100))).toEqual({ commonDays: 0, correlation: null });
});
