import { expect, test } from "bun:test";
import { createToolbox } from "../../../../core/strategy/ta/toolbox.ts";

const ta = createToolbox();
const NAN = Number.NaN;
const rows = (result: unknown): number[] => [...(result as Float64Array)];
const column = (...values: number[]): Float64Array => Float64Array.from(values);
const mask = (...values: number[]): Uint8Array => Uint8Array.from(values);

test("columns: arithmetic with a column or a number, NaN where either is", () => {
  const a = column(1, -2, NAN, 4);
  expect(rows(ta.add(a, column(1, 1, 1, NAN)))).toEqual([2, -1, NAN, NAN]);
  expect(rows(ta.sub(a, 1))).toEqual([0, -3, NAN, 3]);
  expect(rows(ta.mul(a, a))).toEqual([1, 4, NAN, 16]);
  expect(rows(ta.div(a, 0))).toEqual([Infinity, -Infinity, NAN, Infinity]);
  expect(rows(ta.neg(a))).toEqual([-1, 2, NAN, -4]);
  expect(rows(ta.abs(a))).toEqual([1, 2, NAN, 4]);
  expect(rows(ta.log(column(1, Math.E, 0, -1)))).toEqual([0, 1, -Infinity, NAN]);
});

test("columns: shift and pctChange reach back by bars", () => {
  const a = column(100, 110, NAN, 121);
  expect(rows(ta.shift(a, 0))).toEqual([100, 110, NAN, 121]);
  expect(rows(ta.shift(a, 2))).toEqual([NAN, NAN, 100, 110]);
  expect(rows(ta.shift(a, 9))).toEqual([NAN, NAN, NAN, NAN]);
  expect(rows(ta.pctChange(a, 2))).toEqual([NAN, NAN, NAN, 121 / 110 - 1]);
});

test("comparisons: with a column or a number; NaN is false on either side", () => {
  const a = column(1, 2, NAN, 4);
  const b = column(2, 2, 2, NAN);
  expect(rows(ta.gt(a, 1))).toEqual([0, 1, 0, 1]);
  expect(rows(ta.gte(a, b))).toEqual([0, 1, 0, 0]);
  expect(rows(ta.lt(a, b))).toEqual([1, 0, 0, 0]);
  expect(rows(ta.lte(a, b))).toEqual([1, 1, 0, 0]);
  expect(rows(ta.eq(a, b))).toEqual([0, 1, 0, 0]);
  expect(rows(ta.eq(a, NAN))).toEqual([0, 0, 0, 0]);
  expect(rows(ta.between(a, 1, b))).toEqual([1, 1, 0, 0]);
});

test("comparisons: a crossing needs the bar before on the other side or on the line", () => {
  const a = column(1, 3, 4, 2, 2, 3, NAN, 1, 3);
  expect(rows(ta.crossAbove(a, 2))).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 1]);
  expect(rows(ta.crossBelow(a, 2))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(rows(ta.crossBelow(column(3, 2, 1, 2, 1), 2))).toEqual([0, 0, 1, 0, 1]);
  expect(rows(ta.crossBelow(a, column(0, 0, 5, 5, 1, 2, 2, 2, 2)))).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
});

test("comparisons: rising and falling are n steps in a row", () => {
  const a = column(1, 2, 3, 3, 4, 5, NAN, 6, 5, 4);
  expect(rows(ta.rising(a, 1))).toEqual([0, 1, 1, 0, 1, 1, 0, 0, 0, 0]);
  expect(rows(ta.rising(a, 2))).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
  expect(rows(ta.falling(a, 2))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test("masks: joined from two or more; whatever is not 0 is true", () => {
  const a = mask(0, 0, 1, 7);
  const b = mask(0, 1, 0, 2);
  expect(rows(ta.and(a, b))).toEqual([0, 0, 0, 1]);
  expect(rows(ta.or(a, b))).toEqual([0, 1, 1, 1]);
  expect(rows(ta.xor(a, b))).toEqual([0, 1, 1, 0]);
  expect(rows(ta.xor(a, b, mask(1, 1, 1, 1)))).toEqual([1, 0, 0, 1]);
  expect(rows(ta.and(a, a, a, b))).toEqual([0, 0, 0, 1]);
  expect(rows(ta.not(a))).toEqual([1, 1, 0, 0]);
});

test("masks: held for, within and bars since", () => {
  const a = mask(0, 1, 1, 1, 0, 0, 1);
  expect(rows(ta.heldFor(a, 2))).toEqual([0, 0, 1, 1, 0, 0, 0]);
  expect(rows(ta.heldFor(mask(1, 1), 2))).toEqual([0, 1]);
  expect(rows(ta.within(a, 2))).toEqual([0, 1, 1, 1, 1, 0, 1]);
  expect(rows(ta.barsSince(a))).toEqual([NAN, 0, 0, 0, 1, 2, 0]);
});
