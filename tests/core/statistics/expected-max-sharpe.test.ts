import { expect, test } from "bun:test";
import fc from "fast-check";
import { randomFrom } from "../../../core/kernel/random.ts";
import { expectedMaxSharpe } from "../../../core/statistics/expected-max-sharpe.ts";

// Computed with an independent Python of the formula, not published.
const VECTORS: [trials: number, greatest: number][] = [
  [2, 0.5197553443],
  [10, 1.5745983013],
  [45, 2.2356401778],
  [46, 2.2441708308],
  [88, 2.4852947876],
  [100, 2.5306028932],
  [1e3, 3.2551215137],
  [1e4, 3.8606648555],
  [1e5, 4.3908287424],
  [1e6, 4.8678600378],
];

test("expected max Sharpe: the vectors, to ten digits", () => {
  for (const [trials, greatest] of VECTORS) expect(expectedMaxSharpe(trials)).toBeCloseTo(greatest, 10);
});

test("expected max Sharpe: the minimum backtest length, its square over that of the Sharpe, is as published", () => {
  const years = (trials: number, sharpe: number) => (expectedMaxSharpe(trials) / sharpe) ** 2;
  expect(years(45, 1)).toBeCloseTo(4.998087, 7); // The paper says: 5 years.
  const rounded = [years(1e4, 1), years(1e3, 2), years(1e4, 2), years(1e5, 2), years(1e4, 3), years(1e6, 3)];
  [14.9, 2.65, 3.73, 4.82, 1.66, 2.63].forEach((value, i) => {
    expect(Math.abs(rounded[i]! - value)).toBeLessThan(value > 10 ? 0.05 : 0.005);
  });
  expect(years(1e4, 2)).toBeLessThan((2 * Math.log(1e4)) / 4);
});

test("expected max Sharpe: one trial has no luck to choose from, and fewer are none", () => {
  expect(expectedMaxSharpe(1)).toBe(0);
  expect(expectedMaxSharpe(1 + 1e-12)).toBe(0);
  expect(expectedMaxSharpe(1.5)).toBeGreaterThan(0);
  for (const bad of [0, 0.99, -1, NaN, Infinity]) expect(() => expectedMaxSharpe(bad)).toThrow(`${bad} trials`);
});

test("expected max Sharpe: never falls with more trials, whole or not", () => {
  const trials = fc.double({ min: 1, max: 1e9, noNaN: true });
  const few = fc.double({ min: 1, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(trials, few), fc.oneof(trials, few), (a, b) => {
      expect(expectedMaxSharpe(Math.min(a, b))).toBeLessThanOrEqual(expectedMaxSharpe(Math.max(a, b)) + 1e-12);
    }),
  );
});

test("expected max Sharpe: about what the best of a hundred random values is", () => {
  const random = randomFrom("expected max");
  let sum = 0;
  for (let round = 0; round < 2000; round++) {
    let best = -Infinity;
    for (let i = 0; i < 100; i++) best = Math.max(best, random.normal());
    sum += best;
  }
  // Exactly 2.5076; the formula is above it by 0.023, and the mean of 2000 off by 0.01.
  expect(Math.abs(sum / 2000 - expectedMaxSharpe(100))).toBeLessThan(0.06);
});
