import { expect, test } from "bun:test";
import fc from "fast-check";
import { clopperPearson, clopperPearsonBound } from "../../../core/statistics/clopper-pearson.ts";

// scipy 1.17.1: beta.ppf(tail, k, n - k + 1) and beta.ppf(1 - tail, k + 1, n - k).
const TWO_SIDED: [k: number, count: number, confidence: number, lower: number, upper: number][] = [
  [0, 100, 0.95, 0, 0.03621669264517641],
  [1, 56, 0.95, 0.00045200153052082584, 0.0955259026323396],
  [46, 56, 0.95, 0.6960283930577572, 0.910899046786023],
  [5, 10, 0.95, 0.18708602844739855, 0.8129139715526015],
  [10, 10, 0.95, 0.6915028921812392, 1],
  [2, 1000, 0.99, 0.00010354097257471625, 0.009240130636205579],
  [150, 300, 0.9, 0.45100875470879354, 0.5489912452912065],
];

test("Clopper-Pearson: the two-sided interval is scipy's", () => {
  for (const [k, count, confidence, lower, upper] of TWO_SIDED) {
    expect(clopperPearson(k, count, confidence)).toEqual({
      lower: expect.closeTo(lower, 13),
      upper: expect.closeTo(upper, 11),
    });
  }
});

test("Clopper-Pearson: 0 of n, one-sided 1 - 0.05^(1/n), two-sided 1 - 0.025^(1/n)", () => {
  for (const [count, oneSided] of [
    [100, 0.0295],
    [200, 0.0149],
    [300, 0.0099],
  ] as const) {
    expect(clopperPearsonBound(0, count, 0.95)).toBeCloseTo(oneSided, 4);
    expect(clopperPearsonBound(0, count, 0.95)).toBeCloseTo(1 - 0.05 ** (1 / count), 13);
    expect(clopperPearson(0, count, 0.95)).toEqual({ lower: 0, upper: expect.closeTo(1 - 0.025 ** (1 / count), 13) });
  }
  expect(clopperPearson(0, 100, 0.95).upper).toBeCloseTo(0.0362, 4);
  expect(clopperPearsonBound(0, 100, 0.95)).not.toBeCloseTo(0.0362, 3);
});

test("Clopper-Pearson: the one-sided bound at 95 % is the upper end at 90 %", () => {
  expect(clopperPearsonBound(3, 100, 0.95)).toBeCloseTo(0.07571079374983004, 11); // scipy: beta.ppf(0.95, 4, 97)
  expect(clopperPearson(3, 100, 0.9).upper).toBeCloseTo(clopperPearsonBound(3, 100, 0.95), 13);
  expect(clopperPearson(3, 100, 0.95).upper).toBeGreaterThan(clopperPearsonBound(3, 100, 0.95));
});

test("Clopper-Pearson: without cases anything may be", () => {
  expect(clopperPearson(0, 0, 0.95)).toEqual({ lower: 0, upper: 1 });
  expect(clopperPearsonBound(0, 0, 0.95)).toBe(1);
});

test("Clopper-Pearson: cases or a confidence that are none throw", () => {
  for (const [k, count] of [
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [1, 5.5],
    [NaN, 5],
    [0, NaN],
  ] as const) {
    expect(() => clopperPearson(k, count, 0.95)).toThrow(`${k} of ${count}`);
  }
  for (const confidence of [0, 1, 95, NaN]) {
    expect(() => clopperPearson(1, 5, confidence)).toThrow(`at ${confidence}`);
    expect(() => clopperPearsonBound(1, 5, confidence)).toThrow(`at ${confidence}`);
  }
  expect(() => clopperPearsonBound(1, 5, 0.05)).toThrow("less than even");
});

/** The slow reference: every probability of the binomial distribution, from its first. */
function binomial(count: number, p: number): number[] {
  let row = [1];
  for (let i = 0; i < count; i++) {
    row = Array.from({ length: i + 2 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  return row;
}

const cases = fc
  .integer({ min: 1, max: 60 })
  .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));
const confidences = fc.double({ min: 0.5, max: 0.999, noNaN: true });

test("Clopper-Pearson: at each end the cases seen, or fewer or more, have just the probability of its tail", () => {
  fc.assert(
    fc.property(cases, confidences, ([k, count], confidence) => {
      const { lower, upper } = clopperPearson(k, count, confidence);
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      if (k < count) expect(sum(binomial(count, upper).slice(0, k + 1))).toBeCloseTo((1 - confidence) / 2, 10);
      if (k > 0) expect(sum(binomial(count, lower).slice(k))).toBeCloseTo((1 - confidence) / 2, 10);
      expect(lower).toBeLessThanOrEqual(k / count);
      expect(upper).toBeGreaterThanOrEqual(k / count);
    }),
  );
});

test("Clopper-Pearson: whatever the rate, the interval holds it at least as often as it says", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, p) => {
      let two = 0;
      let one = 0;
      for (const [k, probability] of binomial(count, p).entries()) {
        const { lower, upper } = clopperPearson(k, count, 0.9);
        if (lower <= p && p <= upper) two += probability;
        if (p <= clopperPearsonBound(k, count, 0.9)) one += probability;
      }
      expect(Math.min(two, one)).toBeGreaterThanOrEqual(0.9 - 1e-9);
    }),
    { numRuns: 50 },
  );
});
