import { expect, test } from "bun:test";
import { checkCandles, dropUnfinished, findGaps } from "../../../core/market/check-candles.ts";
import { bars } from "./bars.ts";

const HOUR = 3_600_000;

test("checkCandles: possible candles have no problems, also flat ones without volume", () => {
  const candles = bars([
    [0, 1, 2, 0.5, 1.5, 10],
    [HOUR, 1.5, 1.5, 1.5, 1.5, 0],
    [5 * HOUR, 1, 1, 1, 1, 1],
  ]);
  expect(checkCandles(candles, "1h")).toEqual([]);
});

test.each([
  ["a high below the close", [HOUR, 1, 1.2, 0.5, 1.5, 10], "high 1.2"],
  ["a high below the open", [HOUR, 2, 1.9, 0.5, 1.5, 10], "high 1.9"],
  ["a low above the open", [HOUR, 1, 2, 1.1, 1.5, 10], "low 1.1"],
  ["a low above the close", [HOUR, 2, 2, 1.1, 1, 10], "low 1.1"],
  ["a price of 0", [HOUR, 1, 2, 0, 1.5, 10], "low 0"],
  ["a negative price", [HOUR, -1, 2, -1, 1.5, 10], "open -1"],
  ["a price that is no number", [HOUR, 1, 2, 0.5, NaN, 10], "close NaN"],
  ["an infinite price", [HOUR, 1, Infinity, 0.5, 1, 10], "high Infinity"],
  ["a negative volume", [HOUR, 1, 2, 0.5, 1.5, -1], "volume -1"],
  ["a volume that is no number", [HOUR, 1, 2, 0.5, 1.5, NaN], "volume NaN"],
  ["a time that is no multiple", [HOUR + 1, 1, 2, 0.5, 1.5, 10], "no multiple of 1h"],
  ["a time twice", [0, 1, 2, 0.5, 1.5, 10], "twice"],
  ["a time before 1970", [-HOUR, 1, 2, 0.5, 1.5, 10], "not a time"],
])("checkCandles: refuses %s", (_, bar, problem) => {
  const found = checkCandles(bars([[0, 1, 2, 0.5, 1.5, 10], bar as number[]]), "1h");
  expect(found).toHaveLength(1);
  expect(found[0]?.row).toBe(1);
  expect(found[0]?.problem).toContain(problem);
});

test("checkCandles: times that go back are named with the one before", () => {
  const candles = bars([0, 3, 2].map((hour) => [hour * HOUR, 1, 1, 1, 1, 1]));
  expect(checkCandles(candles, "1h")[0]).toMatchObject({ row: 2, problem: expect.stringContaining("must ascend") });
});

test("findGaps: names the first and the last missing bar", () => {
  const { time } = bars([0, 1, 4, 5, 7].map((hour) => [hour * HOUR, 1, 1, 1, 1, 1]));
  expect(findGaps(time, "1h")).toEqual([
    { fromMs: 2 * HOUR, toMs: 3 * HOUR, bars: 2 },
    { fromMs: 6 * HOUR, toMs: 6 * HOUR, bars: 1 },
  ]);
});

test("dropUnfinished: a bar enters at the instant it ends, not before", () => {
  const candles = bars([0, 1, 2].map((hour) => [hour * HOUR, 1, 1, 1, 1, 1]));
  expect(dropUnfinished(candles, "1h", 3 * HOUR).length).toBe(3);
  expect([...dropUnfinished(candles, "1h", 3 * HOUR - 1).time]).toEqual([0, HOUR]);
  expect(dropUnfinished(candles, "1h", 0).length).toBe(0);
});
