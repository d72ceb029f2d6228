import { expect, test } from "bun:test";
import { createToolbox } from "../../../../core/strategy/ta/toolbox.ts";
import { randomFrom } from "../../../contracts/ta-cases.ts";

const ta = createToolbox();
const rows = (result: unknown): number[] => [...(result as Float64Array)];
const NAN = Number.NaN;

/** STRATEGY.md 3 in the plainest words: each window cut out and looked at on its own. */
const SLOW = {
  mean: (window: number[]) => window.reduce((sum, value) => sum + value, 0) / window.length,
  stddev: (window: number[]) => {
    const mean = SLOW.mean(window);
    return Math.sqrt(SLOW.mean(window.map((value) => (value - mean) ** 2)));
  },
  zscore: (window: number[]) => ((window.at(-1) ?? NAN) - SLOW.mean(window)) / SLOW.stddev(window),
  rank: (window: number[]) => window.filter((value) => value <= (window.at(-1) ?? NAN)).length / window.length,
  slope: (window: number[]) => {
    const middle = (window.length - 1) / 2;
    const mean = SLOW.mean(window);
    const rise = window.reduce((sum, value, x) => sum + (x - middle) * (value - mean), 0);
    return rise / window.reduce((sum, _value, x) => sum + (x - middle) ** 2, 0);
  },
  highest: (window: number[]) => Math.max(...window),
  lowest: (window: number[]) => Math.min(...window),
} as const;

test.each(Object.keys(SLOW) as (keyof typeof SLOW)[])("ta.%s: equal to each window looked at alone", (name) => {
  const random = randomFrom(1);
  for (const [offset, spread] of [
    [100, 10],
    [1e9, 1e3],
    [1e-8, 1e-9],
    [0, 1],
  ] as const) {
    const column = Float64Array.from({ length: 300 }, () => offset + spread * Math.round(random() * 50));
    for (const n of [1, 2, 3, 10, 64, 300, 301]) {
      const got = rows(ta[name](column, n));
      for (let bar = 0; bar < column.length; bar++) {
        if (bar < n - 1) {
          expect(got[bar]).toBeNaN();
          continue;
        }
        const wanted = SLOW[name]([...column.subarray(bar - n + 1, bar + 1)]);
        const largest = name === "zscore" ? 1 : Math.max(Math.abs(wanted), spread / 50);
        if (Number.isNaN(wanted)) expect(got[bar]).toBeNaN();
        else expect(Math.abs((got[bar] ?? NAN) - wanted)).toBeLessThanOrEqual(1e-9 * largest);
      }
    }
  }
});

test("statistics: worked by hand", () => {
  const column = Float64Array.of(2, 4, 4, 6, 1);
  expect(rows(ta.mean(column, 2))).toEqual([NAN, 3, 4, 5, 3.5]);
  expect(rows(ta.mean(Float64Array.of(Infinity, 1, 2, -Infinity, 3, 4), 2))).toEqual([
    NAN,
    Infinity,
    1.5,
    -Infinity,
    -Infinity,
    3.5,
  ]);
  expect(rows(ta.stddev(column, 2))).toEqual([NAN, 1, 0, 1, 2.5]);
  expect(rows(ta.zscore(column, 2))).toEqual([NAN, 1, NAN, 1, -1]);
  expect(rows(ta.rank(column, 4))).toEqual([NAN, NAN, NAN, 1, 0.25]);
  expect(rows(ta.slope(column, 3))).toEqual([NAN, NAN, 1, 1, -1.5]);
  expect(rows(ta.highest(column, 2))).toEqual([NAN, 4, 4, 6, 6]);
  expect(rows(ta.lowest(column, 2))).toEqual([NAN, 2, 4, 4, 1]);
});

test("statistics: a window forgets what left it, however large that was", () => {
  const random = randomFrom(2);
  const small = Float64Array.from({ length: 60 }, () => 1e-8 * (1 + random()));
  const afterHuge = Float64Array.of(...Array.from({ length: 35 }, () => 1e9 * (1 + random())), ...small);
  for (const name of ["mean", "stddev", "slope", "wma", "sma"] as const) {
    const alone = rows(ta[name](small, 20));
    const after = rows(ta[name](afterHuge, 20)).slice(35);
    for (let bar = 19; bar < 60; bar++) {
      expect(Math.abs((after[bar] ?? NAN) - (alone[bar] ?? NAN))).toBeLessThan(1e-12 * 1e-8);
    }
  }
});

test("statistics: nothing drifts over 100,000 bars, and a flat window is exactly flat", () => {
  const random = randomFrom(3);
  const column = Float64Array.from({ length: 100_000 }, () => 1e9 * (1 + random()));
  column.fill(0.1, 99_900);
  for (const bar of [50_000, 99_899]) {
    const window = [...column.subarray(bar - 49, bar + 1)];
    expect(rows(ta.mean(column, 50))[bar] ?? NAN).toBeCloseTo(SLOW.mean(window), 5);
    expect((rows(ta.stddev(column, 50))[bar] ?? NAN) / SLOW.stddev(window)).toBeCloseTo(1, 12);
  }
  expect(
    rows(ta.mean(column, 50))
      .slice(99_949)
      .every((value) => value === 0.1),
  ).toBe(true);
  expect(
    rows(ta.stddev(column, 50))
      .slice(99_949)
      .every((value) => value === 0),
  ).toBe(true);
});
