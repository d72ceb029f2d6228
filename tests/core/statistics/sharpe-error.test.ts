import { expect, test } from "bun:test";
import { returnMoments } from "../../../core/statistics/moments.ts";
import { sharpeError } from "../../../core/statistics/sharpe-error.ts";

test("sharpe error: worked by hand; without shape 1 + sharpe^2 / 2 (Lo 2002)", () => {
  expect(sharpeError({ sharpe: 0.5, skewness: -1, kurtosis: 5 })).toBe(1 + 0.5 + 0.25);
  expect(sharpeError({ sharpe: 2, skewness: 0, kurtosis: 3 })).toBe(3);
});

test("sharpe error: moments that no returns have throw, and excess kurtosis is among them", () => {
  const excess = { sharpe: 0.1, skewness: 0, kurtosis: 0 };
  expect(() => sharpeError(excess)).toThrow("no returns have Sharpe 0.1, skewness 0 and kurtosis 0");
  expect(() => sharpeError({ sharpe: 0.1, skewness: -3, kurtosis: 7 })).toThrow("kurtosis 7");
  expect(sharpeError({ sharpe: 0.1, skewness: -3, kurtosis: 10 })).toBeCloseTo(1.3225, 12);
  for (const key of ["sharpe", "skewness", "kurtosis"]) {
    for (const bad of [NaN, Infinity]) expect(() => sharpeError({ ...excess, kurtosis: 3, [key]: bad })).toThrow();
  }
});

test("sharpe error: two outcomes may cancel to 0, whatever rounding leaves of it; the returns of a strategy do not", () => {
  // The last term undoes the first two where sharpe = 2 / skewness and kurtosis = 1 + skewness^2.
  for (let sharpe = 0.05; sharpe < 3; sharpe += 0.07) {
    const skewness = 2 / sharpe;
    expect(sharpeError({ sharpe, skewness, kurtosis: 1 + skewness * skewness })).toBe(0);
  }
  for (const values of [
    [0, 1],
    [1, 1, 1, 0],
    [0, 0, 0, 0, 9],
    [-1, 1],
    [1, 2, 3, 4e3],
  ]) {
    expect(sharpeError(returnMoments(values))).toBeGreaterThan(0);
  }
});
