import { expect, test } from "bun:test";
import fc from "fast-check";
import { sharpe } from "../../../core/kernel/sharpe.ts";
import { returnMoments } from "../../../core/statistics/moments.ts";

const returns = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 });
const near = (value: number, digits = 12) => expect.closeTo(value, digits);

test("moments: worked by hand", () => {
  // Differences from the mean of 2: -2, -1, -1, 4; squares 22, cubes 54, fourth powers 274.
  expect(returnMoments([0, 1, 1, 6])).toEqual({
    count: 4,
    mean: 2,
    deviation: near(Math.sqrt(22 / 3)),
    sharpe: near(2 / Math.sqrt(22 / 3)),
    skewness: near(13.5 / 5.5 ** 1.5),
    kurtosis: near(68.5 / 5.5 ** 2),
  });
});

test("moments: the estimators are scipy's defaults (1.17.1: skew, kurtosis with fisher=False, std with ddof=1)", () => {
  expect(returnMoments(Float64Array.of(0.021, -0.013, 0.004, 0.011, 0.012, 0.023, -0.014, 0.002))).toEqual({
    count: 8,
    mean: near(0.00575),
    deviation: near(0.013915561689808181),
    sharpe: near(0.00575 / 0.013915561689808181),
    skewness: near(-0.2995444280501657),
    kurtosis: near(1.8324629591506716),
  });
});

test("moments: kurtosis is Pearson's, 3 for a normal distribution and 9/5 for a uniform one", () => {
  const steps = Array.from({ length: 20_001 }, (_, i) => i / 10_000 - 1);
  expect(returnMoments(steps).kurtosis).toBeCloseTo(1.8, 6);
  // Heads of twelve coins, each count as often as it comes: 3 - 2/12.
  const heads = [1, 12, 66, 220, 495, 792, 924, 792, 495, 220, 66, 12, 1].flatMap((times, i) => Array(times).fill(i));
  expect(returnMoments(heads).kurtosis).toBeCloseTo(3 - 2 / 12, 10);
});

test("moments: without two returns or without deviation, a Sharpe of 0 and the shape of a normal distribution", () => {
  const flat = { deviation: 0, sharpe: 0, skewness: 0, kurtosis: 3 };
  expect(returnMoments([])).toEqual({ count: 0, mean: 0, ...flat });
  expect(returnMoments([0.5])).toEqual({ count: 1, mean: 0.5, ...flat });
  expect(returnMoments([0, 0, 0])).toEqual({ count: 3, mean: 0, ...flat });
  // The mean of these is off by a bit, so the deviation is not quite 0.
  expect(returnMoments(Array(10).fill(0.1))).toEqual({ count: 10, mean: near(0.1), ...flat });
});

test("moments: a return that is not finite throws", () => {
  for (const bad of [NaN, Infinity, -Infinity]) expect(() => returnMoments([0.1, bad, 0.2])).toThrow("returnMoments");
  expect(() => returnMoments([Infinity, -Infinity])).toThrow("returnMoments");
});

test("moments: the Sharpe is the kernel's before it is annualised, for flat returns too", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        returns,
        returns.map((values) => values.map(() => values[0]!)),
      ),
      (values) => {
        const annual = returnMoments(values).sharpe * Math.sqrt(365);
        const kernel = sharpe(Float64Array.from(values));
        expect(Math.abs(annual - kernel)).toBeLessThanOrEqual(1e-9 * Math.abs(kernel));
      },
    ),
  );
});

test("moments: kurtosis is never below 1 + skewness^2", () => {
  fc.assert(
    fc.property(returns, (values) => {
      const { skewness, kurtosis } = returnMoments(values);
      expect(kurtosis).toBeGreaterThanOrEqual((1 + skewness * skewness) * (1 - 1e-9));
    }),
  );
});

/** Scaled by a power of two to the last bit; what is next to the smallest number there is loses bits, and is no return. */
const scalable = returns.map((values) => values.map((value) => (Math.abs(value) < 1e-200 ? 0 : value)));

test("moments: scale changes mean and deviation, a mirror the sign of mean, Sharpe and skewness, nothing else", () => {
  fc.assert(
    fc.property(scalable, (values) => {
      const moments = returnMoments(values);
      fc.pre(moments.deviation > 1e-6);
      expect(returnMoments(values.map((value) => -4 * value))).toEqual({
        count: moments.count,
        mean: -4 * moments.mean || expect.closeTo(0, 15),
        deviation: 4 * moments.deviation,
        sharpe: -moments.sharpe || expect.closeTo(0, 15),
        skewness: near(-moments.skewness, 9),
        kurtosis: near(moments.kurtosis, 9),
      });
    }),
  );
});
