import { expect, test } from "bun:test";
import fc from "fast-check";
import { minTrackRecord } from "../../../core/statistics/min-track-record.ts";
import { probabilisticSharpe } from "../../../core/statistics/probabilistic-sharpe.ts";

/** In years, from annual Sharpes. */
function years(perYear: number, sharpe: number, benchmark: number, skewness = 0, kurtosis = 3): number {
  const root = Math.sqrt(perYear);
  return minTrackRecord({ sharpe: sharpe / root, skewness, kurtosis }, benchmark / root, 0.95) / perYear;
}

test("min track record: Bailey and López de Prado 2012, 2 against 1 by days and by weeks", () => {
  expect(years(250, 2, 1)).toBeCloseTo(2.7311878, 7);
  expect(years(52, 2, 1)).toBeCloseTo(2.8288336, 7);
  expect(years(12, 3, 2.5, -0.72, 5.78)).toBeCloseTo(27.3529, 4);
});

test("min track record: annual Sharpes passed as if per period give another number", () => {
  expect(minTrackRecord({ sharpe: 2, skewness: 0, kurtosis: 3 }, 1, 0.95)).toBeLessThan(10);
});

test("min track record: never, for a Sharpe that is not above the benchmark or whose error has no size", () => {
  expect(years(250, 1, 1)).toBe(Infinity);
  expect(years(250, -1, 0)).toBe(Infinity);
  expect(minTrackRecord({ sharpe: 0.75, skewness: 8 / 3, kurtosis: 1 + 64 / 9 }, 0, 0.95)).toBe(Infinity);
});

test("min track record: confidence must be above 1/2 and below 1", () => {
  const shape = { sharpe: 0.1, skewness: 0, kurtosis: 3 };
  for (const bad of [0.5, 1, 0, NaN]) expect(() => minTrackRecord(shape, 0, bad)).toThrow(`${bad} sure`);
  expect(() => minTrackRecord(shape, NaN, 0.95)).toThrow("above NaN");
});

test("min track record: a record this long has the confidence asked for, one period less has not", () => {
  const sharpe = fc.double({ min: 0.02, max: 0.5, noNaN: true });
  const confidence = fc.double({ min: 0.51, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(sharpe, fc.double({ min: -1, max: 1, noNaN: true }), confidence, (value, skewness, sure) => {
      const shape = { sharpe: value, skewness, kurtosis: 4 };
      const count = Math.ceil(minTrackRecord(shape, 0, sure) + 1e-9);
      expect(probabilisticSharpe({ ...shape, count }, 0)).toBeGreaterThanOrEqual(sure);
      if (count > 2) expect(probabilisticSharpe({ ...shape, count: count - 1 }, 0)).toBeLessThan(sure + 1e-9);
    }),
  );
});
