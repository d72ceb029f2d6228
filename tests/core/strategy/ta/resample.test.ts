import { expect, test } from "bun:test";
import type { Candles } from "../../../../core/kernel/candles.ts";
import { candlesForStrategy } from "../../../../core/strategy/ta/shared.ts";
import { createToolbox } from "../../../../core/strategy/ta/toolbox.ts";
import { market } from "../../../contracts/ta-cases.ts";

const ta = createToolbox();
const NAN = Number.NaN;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One 15m bar for each minute named, its prices told apart by its number. */
function quarters(minutes: readonly number[]): Candles {
  const column = (value: (i: number) => number): Float64Array => Float64Array.from(minutes, (_minute, i) => value(i));
  const made = {
    time: column((i) => (minutes[i] ?? 0) * MINUTE),
    open: column((i) => 10 + i),
    high: column((i) => 20 + (i % 3)),
    low: column((i) => 5 - (i % 3)),
    close: column((i) => 11 + i),
    volume: column(() => 2),
  };
  return candlesForStrategy({ ...made, length: minutes.length }, 15 * MINUTE);
}

const rows = (column: Float64Array): number[] => [...column];

test("resample: a higher bar is seen from its own last bar on, never while it forms", () => {
  const h = ta.resample(quarters([0, 15, 30, 45, 60, 75, 90, 105, 120]), "1h") as Candles;
  expect(rows(h.time)).toEqual([NAN, NAN, NAN, 0, 0, 0, 0, HOUR, HOUR]);
  expect(rows(h.open)).toEqual([NAN, NAN, NAN, 10, 10, 10, 10, 14, 14]);
  expect(rows(h.high)).toEqual([NAN, NAN, NAN, 22, 22, 22, 22, 22, 22]);
  expect(rows(h.low)).toEqual([NAN, NAN, NAN, 3, 3, 3, 3, 3, 3]);
  expect(rows(h.close)).toEqual([NAN, NAN, NAN, 14, 14, 14, 14, 18, 18]);
  expect(rows(h.volume)).toEqual([NAN, NAN, NAN, 8, 8, 8, 8, 8, 8]);
  expect(h.length).toBe(9);
});

test("resample: where the last bar of an hour is missing, the next bar that is there sees it", () => {
  const h = ta.resample(quarters([30, 60, 75, 90, 240, 255]), "1h") as Candles;
  expect(rows(h.time)).toEqual([NAN, 0, 0, 0, HOUR, HOUR]);
  expect(rows(h.close)).toEqual([NAN, 11, 11, 11, 14, 14]);
});

test("resample: to the same timeframe gives the candles themselves", () => {
  const c = quarters([0, 15, 45]);
  const { time, close } = ta.resample(c, "15m") as Candles;
  expect([time, close]).toEqual([c.time, c.close]);
});

test("resample: its result is candles to every other function", () => {
  const c = candlesForStrategy(market(3, 200), 15 * MINUTE);
  const h = ta.resample(c, "1h") as Candles;
  const range = ta.atr(h, 14) as Float64Array;
  expect(range.findIndex((value) => !Number.isNaN(value))).toBe(
    h.close.findIndex((value) => !Number.isNaN(value)) + 13,
  );
});

test("resample: refuses what is no multiple, and candles whose bars have no known length", () => {
  const c = quarters([0, 15]);
  expect(() => ta.resample(c, "5m")).toThrow('"5m" is not made of whole bars of 900000 ms');
  expect(() => ta.resample(candlesForStrategy(market(1, 5), 2 * HOUR), "1h")).toThrow("whole bars");
  expect(() => ta.resample(market(1, 5), "1h")).toThrow("not the candles handed to signals");
  expect(() => ta.resample(ta.resample(c, "30m") as Candles, "1h")).toThrow("not the candles handed to signals");
  expect(() => ta.resample(c, "7m")).toThrow('timeframe is "7m", not a timeframe');
});
