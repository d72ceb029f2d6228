import { expect, test } from "bun:test";
import fc from "fast-check";
import { returnMoments } from "../../../core/statistics/moments.ts";
import { probabilisticSharpe } from "../../../core/statistics/probabilistic-sharpe.ts";

/** Bailey and López de Prado 2012: 24 months of a hedge fund, annual Sharpe 1.585. */
const MONTHLY = { sharpe: 1.585 / Math.sqrt(12), count: 24, skewness: -2.448, kurtosis: 10.164 };
const NORMAL = { skewness: 0, kurtosis: 3 };

test("probabilistic Sharpe: the paper's example, as it is and as if its returns were normal", () => {
  expect(probabilisticSharpe(MONTHLY, 0)).toBeCloseTo(0.9132343069, 10);
  expect(probabilisticSharpe({ ...MONTHLY, ...NORMAL }, 0)).toBeCloseTo(0.9815912361, 10);
});

test("probabilistic Sharpe: excess kurtosis and annual Sharpes would give other numbers", () => {
  const excess = probabilisticSharpe({ ...MONTHLY, kurtosis: MONTHLY.kurtosis - 3 }, 0);
  expect(Math.abs(excess - 0.9132343069)).toBeGreaterThan(0.003);
  expect(probabilisticSharpe({ ...MONTHLY, ...NORMAL, sharpe: 1.585 }, 0)).toBeGreaterThan(0.9999);
});

test("probabilistic Sharpe: 1/2 at the benchmark, and where nothing can be told", () => {
  expect(probabilisticSharpe(MONTHLY, MONTHLY.sharpe)).toBe(0.5);
  expect(probabilisticSharpe({ ...MONTHLY, count: 1 }, 0)).toBe(0.5);
  expect(probabilisticSharpe(returnMoments([]), 0.1)).toBe(0.5);
  expect(probabilisticSharpe({ sharpe: 0.75, skewness: 8 / 3, kurtosis: 1 + 64 / 9, count: 90 }, 0)).toBe(0.5);
  expect(probabilisticSharpe(returnMoments(Array(90).fill(0.01)), 0.1)).toBeLessThan(0.5);
});

test("probabilistic Sharpe: a count or benchmark that is none throws", () => {
  for (const count of [NaN, -1, 2.5]) expect(() => probabilisticSharpe({ ...MONTHLY, count }, 0)).toThrow("periods");
  expect(() => probabilisticSharpe(MONTHLY, NaN)).toThrow("against NaN");
});

test("probabilistic Sharpe: falls with the benchmark, and more periods make surer on either side", () => {
  const values = fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 3, maxLength: 50 });
  const sharpe = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(values, sharpe, sharpe, (returns, a, b) => {
      const moments = returnMoments(returns);
      expect(probabilisticSharpe(moments, Math.max(a, b))).toBeLessThanOrEqual(
        probabilisticSharpe(moments, Math.min(a, b)),
      );
      const certainty = (count: number) => Math.abs(probabilisticSharpe({ ...moments, count }, a) - 0.5);
      expect(certainty(400)).toBeGreaterThanOrEqual(certainty(200));
    }),
  );
});
