import { expect, test } from "bun:test";
import type { Candles } from "../../../core/kernel/candles.ts";
import { actableTimes } from "../../../stages/execute/grid.ts";

const coin = (...bars: number[]): Candles => {
  const time = Float64Array.from(bars);
  return { time, open: time, high: time, low: time, close: time, volume: time, length: time.length };
};
const acts = (coins: Candles[], from = 0, isQuiet = false) => [...actableTimes(coins, from, 1, isQuiet)];

test("grid: a coin that had the bar before is waited for, however far others are ahead", () => {
  expect(acts([coin(0, 1, 2), coin(0, 1, 2)])).toEqual([0, 1, 2]);
  expect(acts([coin(0, 1, 2), coin(0, 1)])).toEqual([0, 1]);
  expect(acts([coin(0, 1, 2, 3, 4, 5), coin(0, 1), coin(0, 1, 2)], 2)).toEqual([]);
  expect(acts([coin(0, 1, 2, 3, 4, 5), coin(0, 1, 2, 3), coin(0, 1, 2)], 2)).toEqual([2]);
  expect(acts([coin(0, 2), coin(0, 1, 2)])).toEqual([0, 1, 2]);
});

test("grid: a coin without the bar before holds up nobody, and no coin does when nothing comes any more", () => {
  expect(acts([coin(0, 1, 2, 3), coin(0)], 2)).toEqual([2, 3]);
  expect(acts([coin(0, 1, 2, 3), coin(0, 1)], 2)).toEqual([]);
  expect(acts([coin(0, 1, 2, 3), coin(0, 1)], 2, true)).toEqual([2, 3]);
});

test("grid: times before the given one are over; without candles there is nothing to act on", () => {
  expect(acts([coin(0, 1, 2), coin(1, 2)], 2)).toEqual([2]);
  expect(acts([coin(0, 1), coin()], 2)).toEqual([]);
  expect(acts([])).toEqual([]);
  expect(acts([coin(), coin(3)])).toEqual([3]);
});
