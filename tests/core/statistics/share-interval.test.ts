import { expect, test } from "bun:test";
import { shareHalfWidth } from "../../../core/statistics/share-interval.ts";

test("share interval: Wilson's score, worked by hand", () => {
  // Wilson 1927 for 15 of 50: 0.1910 to 0.4375 (z = 1.96).
  expect(shareHalfWidth(0.3, 50)).toBeCloseTo((0.4375 - 0.191) / 2, 3);
  // For p = 1 it runs from n / (n + z²) to 1.
  expect(shareHalfWidth(1, 10)).toBeCloseTo((1 - 10 / (10 + 1.96 ** 2)) / 2, 4);
});

test("share interval: narrows with the count, and says nothing without cases", () => {
  expect(shareHalfWidth(0, 0)).toBe(1);
  const widths = [1, 10, 100, 1000].map((count) => shareHalfWidth(0.5, count));
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
});
