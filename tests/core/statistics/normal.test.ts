import { expect, test } from "bun:test";
import fc from "fast-check";
import { normalCdf, normalQuantile } from "../../../core/statistics/normal.ts";

// mpmath 1.3 with 60 digits, of the very doubles given: erfc(-x / sqrt 2) / 2, and where that is p.
const CDF: [x: number, p: number][] = [
  [-30, 4.906713927148187e-198],
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-6, 9.86587645037698e-10],
  [-3, 0.0013498980316300946],
  [-2, 0.02275013194817921],
  [-1.5, 0.06680720126885807],
  [-1.4999, 0.0668201539998336],
  [-1, 0.15865525393145705],
  [-0.1, 0.460172162722971],
  [-1e-8, 0.4999999960105772],
  [0.3, 0.6179114221889527],
  [1, 0.8413447460685429],
  [1.4999, 0.9331798460001663],
  [1.5, 0.9331927987311419],
  [1.96, 0.9750021048517795],
  [4, 0.9999683287581669],
  [6, 0.9999999990134123],
];
const QUANTILE: [p: number, x: number][] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-16, -8.222082216130435],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.066, -1.5062617232782443],
  [0.067, -1.4985130678799752],
  [0.25, -0.6744897501960817],
  [0.4999999, -2.5066282747031063e-7],
  [0.5000000001, 2.506628482030354e-10],
  [0.6, 0.2533471031357997],
  [0.933, 1.4985130678799756],
  [0.934, 1.5062617232782447],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
];

test("normal: the cdf has mpmath's digits, in the tails of their size", () => {
  for (const [x, p] of CDF) expect([x, normalCdf(x) / p - 1]).toEqual([x, expect.closeTo(0, x < -8 ? 12.5 : 13.7)]);
  expect([-Infinity, -100, 0, 100, Infinity].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1]);
  expect(normalCdf(NaN)).toBeNaN();
});

test("normal: the quantile has mpmath's digits, next to 1/2 and in the tails too", () => {
  for (const [p, x] of QUANTILE) expect([p, normalQuantile(p) / x - 1]).toEqual([p, expect.closeTo(0, 14)]);
  expect(Math.abs(normalQuantile(0.5))).toBe(0);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

test("normal: what is no probability has no quantile", () => {
  for (const p of [-1e-9, 1.000001, NaN]) expect(() => normalQuantile(p)).toThrow("is no probability");
});

test("normal: the quantile of the cdf is the value, and both sides mirror each other", () => {
  fc.assert(
    fc.property(fc.double({ min: -36, max: 0, noNaN: true }), (x) => {
      expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 12);
      expect(normalCdf(-x) + normalCdf(x)).toBeCloseTo(1, 14);
    }),
  );
});

test("normal: the cdf rises, also where its two formulas meet", () => {
  const near = Array.from({ length: 2001 }, (_, i) => 1.5 + (i - 1000) * 1e-12);
  for (const grid of [near, near.map((x) => -x).toReversed(), Array.from({ length: 700 }, (_, i) => -35 + i / 17)]) {
    const values = grid.map(normalCdf);
    expect(values.every((value, i) => i === 0 || value >= values[i - 1]! - 2e-16)).toBe(true);
  }
});
