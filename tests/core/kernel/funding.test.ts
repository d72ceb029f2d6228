import { expect, test } from "bun:test";
import fc from "fast-check";
import { barFunding, fundingPayment, hourlyFunding, rateDue } from "../../../core/kernel/funding.ts";

const HOUR = 3_600_000;

test("fundingPayment: longs pay a positive rate, shorts receive it", () => {
  expect(fundingPayment(1, 2, 100, 0.001)).toBeCloseTo(-0.2, 12);
  expect(fundingPayment(-1, 2, 100, 0.001)).toBeCloseTo(0.2, 12);
  expect(fundingPayment(1, 2, 100, -0.001)).toBeCloseTo(0.2, 12);
});

test("hourlyFunding: times come down to the hour, rates of one hour add up, rows may come in any order", () => {
  const { time, rate } = hourlyFunding([11 * HOUR + 7, 2 * HOUR, 11 * HOUR, 12 * HOUR - 1], [1, 5, 2, 4]);
  expect([...time]).toEqual([2 * HOUR, 11 * HOUR]);
  expect([...rate]).toEqual([5, 7]);
  expect(() => hourlyFunding([HOUR], [])).toThrow("1 times for 0 rates");
});

test("rateDue: after the first instant, up to and with the second", () => {
  const funding = hourlyFunding(
    [1, 2, 3, 4].map((h) => h * HOUR),
    [1, 10, 100, 1000],
  );
  expect(rateDue(funding, HOUR, 3 * HOUR)).toBe(110);
  expect(rateDue(funding, 0, HOUR)).toBe(1);
  expect(rateDue(funding, HOUR, HOUR)).toBe(0);
  expect(rateDue(funding, 4 * HOUR, 9 * HOUR)).toBe(0);
  expect(rateDue(funding, -1, 9 * HOUR)).toBe(1111);
});

test("barFunding: each hour falls on one bar, at its close or, over a gap, at its open", () => {
  const bar = 2 * HOUR;
  const time = Float64Array.of(4, 6, 14, 16).map((h) => h * HOUR);
  const hours = Array.from({ length: 24 }, (_, h) => h);
  const due = barFunding(
    time,
    bar,
    hourlyFunding(
      hours.map((h) => h * HOUR),
      hours.map((h) => 2 ** h),
    ),
  );
  const sum = (...of: number[]) => of.reduce((total, h) => total + 2 ** h, 0);
  expect([...due.atClose]).toEqual([sum(5, 6), sum(7, 8), sum(15, 16), sum(17, 18)]);
  expect([...due.overGap]).toEqual([0, 0, sum(9, 10, 11, 12, 13, 14), 0]);
});

test("barFunding: the same sums as rateDue finds for each bar", () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 });
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: -8, max: 8 })), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, rows, fc.constantFrom(0.25, 1, 4), (steps, funded, barHours) => {
      let at = 0;
      const timeframeMs = barHours * HOUR;
      const time = Float64Array.from(steps, (step) => {
        at += step * timeframeMs;
        return at;
      });
      const funding = hourlyFunding(
        funded.map(([h]) => h * HOUR),
        funded.map(([, rate]) => rate),
      );
      const due = barFunding(time, timeframeMs, funding);
      for (const [i, open] of time.entries()) {
        expect(due.atClose[i]!).toBe(rateDue(funding, open, open + timeframeMs));
        expect(due.overGap[i]!).toBe(i === 0 ? 0 : rateDue(funding, time[i - 1]! + timeframeMs, open));
      }
    }),
  );
});
