import { expect, test } from "bun:test";
import fc from "fast-check";
import { deflatedSharpe } from "../../../core/statistics/deflated-sharpe.ts";
import { normalCdf } from "../../../core/statistics/normal.ts";
import { probabilisticSharpe } from "../../../core/statistics/probabilistic-sharpe.ts";

/** Bailey and López de Prado 2014: five years of 250 days, annual Sharpe 2.5, annual variance 1/2 across the trials. */
const MOMENTS = { sharpe: 2.5 / Math.sqrt(250), count: 1250, skewness: -3, kurtosis: 10 };
const NORMAL = { ...MOMENTS, skewness: 0, kurtosis: 3 };
const sharpeVariance = 0.5 / 250;
const of = (moments: typeof MOMENTS, trials: number) => deflatedSharpe({ moments, trials, sharpeVariance });

test("deflated Sharpe: the paper's example", () => {
  const { deflated, benchmark } = of(MOMENTS, 100);
  expect(deflated).toBeCloseTo(0.9003968344, 10);
  expect(benchmark).toBeCloseTo(0.113172, 6);
  expect(benchmark * Math.sqrt(250)).toBeCloseTo(1.789406, 6);
  expect(of(MOMENTS, 46).deflated).toBeCloseTo(0.9505017, 7);
  expect(of(NORMAL, 88).deflated).toBeCloseTo(0.9504908, 7);
  expect(of(NORMAL, 100).deflated).toBeCloseTo(0.9427706, 7);
});

test("deflated Sharpe: the same from among many more trials", () => {
  expect(of(MOMENTS, 1e3).deflated).toBeCloseTo(0.63991, 5);
  expect(of(MOMENTS, 1e4).deflated).toBeCloseTo(0.33894, 5);
  expect(of(MOMENTS, 1e5).deflated).toBeCloseTo(0.13727, 5);
});

test("deflated Sharpe: excess kurtosis would look plausible and be wrong, so it throws", () => {
  const { deflated, benchmark } = of(MOMENTS, 100);
  const { sharpe, count, skewness } = MOMENTS;
  const formula = (kurtosis: number) =>
    normalCdf(
      ((sharpe - benchmark) * Math.sqrt(count - 1)) /
        Math.sqrt(1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2),
    );
  expect(formula(10)).toBeCloseTo(deflated, 14);
  expect(formula(7)).toBeCloseTo(0.90178, 5);
  expect(formula(7)).not.toBeCloseTo(deflated, 3);
  expect(() => of({ ...MOMENTS, kurtosis: 7 }, 100)).toThrow("kurtosis 7");
});

test("deflated Sharpe: annual Sharpes would look certain and be wrong", () => {
  const annual = deflatedSharpe({ moments: { ...MOMENTS, sharpe: 2.5 }, trials: 100, sharpeVariance: 0.5 });
  expect(annual.deflated).toBeCloseTo(0.99999994, 8);
  expect(annual.deflated).not.toBeCloseTo(of(MOMENTS, 100).deflated, 1);
});

test("deflated Sharpe: one trial, or trials that were all alike, leave the probability to be above 0", () => {
  const plain = { deflated: probabilisticSharpe(MOMENTS, 0), benchmark: 0 };
  expect(of(MOMENTS, 1)).toEqual(plain);
  expect(deflatedSharpe({ moments: MOMENTS, trials: 1e4, sharpeVariance: 0 })).toEqual(plain);
});

test("deflated Sharpe: a variance that is none throws, and so do no trials", () => {
  for (const bad of [-1e-9, NaN, Infinity]) {
    expect(() => deflatedSharpe({ moments: MOMENTS, trials: 10, sharpeVariance: bad })).toThrow(`variance of ${bad}`);
  }
  expect(() => of(MOMENTS, 0)).toThrow("0 trials");
});

test("deflated Sharpe: falls with trials and their variance", () => {
  const trials = fc.integer({ min: 1, max: 1_000_000 });
  const variance = fc.double({ min: 0, max: 0.01, noNaN: true });
  fc.assert(
    fc.property(trials, trials, variance, variance, (a, b, v, w) => {
      const few = deflatedSharpe({ moments: MOMENTS, trials: Math.min(a, b), sharpeVariance: Math.min(v, w) });
      const many = deflatedSharpe({ moments: MOMENTS, trials: Math.max(a, b), sharpeVariance: Math.max(v, w) });
      expect(many.deflated).toBeLessThanOrEqual(few.deflated + 1e-12);
    }),
  );
});

test("deflated Sharpe: where trials have a mean, the best of them lies as much higher", () => {
  const moments = { sharpe: 0.2, count: 500, skewness: 0, kurtosis: 3 };
  const around = deflatedSharpe({ moments, trials: 100, sharpeVariance: 0.0025 });
  const above = deflatedSharpe({ moments, trials: 100, sharpeVariance: 0.0025, sharpeMean: 0.03 });
  expect(above.benchmark).toBeCloseTo(around.benchmark + 0.03, 12);
  expect(above.deflated).toBeLessThan(around.deflated);
});
