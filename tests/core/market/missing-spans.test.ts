import { expect, test } from "bun:test";
import { lostSpans, mergeNearby, missingSpans } from "../../../core/market/missing-spans.ts";

const HOUR = 3_600_000;
const hours = (...list: number[]) => Float64Array.from(list, (hour) => hour * HOUR);
const span = (from: number, to: number) => ({ fromMs: from * HOUR, toMs: to * HOUR });

test("missingSpans: names what lies before, between and after the rows, but for what is absent", () => {
  expect(missingSpans(hours(3, 4, 7), "1h", span(0, 10))).toEqual([span(0, 3), span(5, 7), span(8, 10)]);
  expect(missingSpans(hours(3, 4, 7), "1h", span(0, 10), [span(0, 3), span(6, 9)])).toEqual([span(5, 6), span(9, 10)]);
  expect(missingSpans(hours(), "1h", span(0, 2))).toEqual([span(0, 2)]);
  expect(missingSpans(hours(0, 1), "1h", span(0, 2))).toEqual([]);
});

test("missingSpans: asks only for candles that begin and end within the span", () => {
  expect(missingSpans(hours(), "1h", { fromMs: 1, toMs: 3 * HOUR - 1 })).toEqual([span(1, 2)]);
});

test("missingSpans: between payments of funding eight hours are no gap", () => {
  expect(missingSpans(hours(0, 8, 16, 40), "funding", span(0, 40))).toEqual([span(17, 40)]);
});

test("missingSpans: a payment is asked for when its hour has come, not an hour later", () => {
  expect(missingSpans(hours(13, 14), "funding", { fromMs: 13 * HOUR, toMs: 15 * HOUR })).toEqual([span(15, 16)]);
  expect(missingSpans(hours(13, 14), "funding", { fromMs: 13 * HOUR, toMs: 15 * HOUR - 1 })).toEqual([]);
});

test("lostSpans: a payment that is not due or not published yet is no loss, a hole and a candle are", () => {
  const asked = { fromMs: 1, toMs: 40 * HOUR + 1 };
  expect(lostSpans([span(1, 8), span(9, 17), span(33, 41)], "funding", asked)).toEqual([span(9, 17)]);
  expect(lostSpans([span(1, 10), span(32, 41)], "funding", asked)).toEqual([span(1, 10), span(32, 41)]);
  expect(lostSpans([span(39, 40)], "1h", asked)).toEqual([span(39, 40)]);
});

test("mergeNearby: makes one of spans that one request answers", () => {
  expect(mergeNearby([span(0, 1), span(400, 401), span(2000, 2001)], "1h")).toEqual([span(0, 401), span(2000, 2001)]);
});
