import { expect, test } from "bun:test";
import { SixbtcError } from "../../../../core/errors.ts";
import { createMemo } from "../../../../core/strategy/ta/memo.ts";
import { candlesForStrategy, isShared } from "../../../../core/strategy/ta/shared.ts";
import type { TaArgument } from "../../../../core/strategy/ta/signature.ts";
import { createToolbox, isTaName, type TaName } from "../../../../core/strategy/ta/toolbox.ts";
import { market } from "../../../contracts/ta-cases.ts";

const ta = createToolbox();
const a = Float64Array.of(1, 2, 3);

function thrownBy(name: TaName, ...values: unknown[]): SixbtcError {
  try {
    ta[name](...(values as TaArgument[]));
  } catch (error) {
    if (error instanceof SixbtcError) return error;
    throw error;
  }
  throw new Error(`ta.${name} took it`);
}

test.each([
  ["ema", [a, 0], "ta.ema: n is 0, not a whole number from 1"],
  ["ema", [a, 1.5], "ta.ema: n is 1.5, not a whole number from 1"],
  ["ema", [a, Number.NaN], "ta.ema: n is NaN, not a whole number from 1"],
  ["ema", [a], "ta.ema: n is undefined, not a whole number from 1"],
  ["ema", [a, "14"], 'ta.ema: n is "14", not a whole number from 1'],
  ["ema", [a, 3, 4], "ta.ema: it takes 2 arguments, not 3"],
  ["ema", [[1, 2, 3], 2], "ta.ema: col is an object, not a column (Float64Array)"],
  ["shift", [a, -1], "ta.shift: n is -1, not a whole number from 0"],
  ["pctChange", [a, 0], "ta.pctChange: n is 0, not a whole number from 1"],
  ["bbands", [a, 2, Number.POSITIVE_INFINITY], "ta.bbands: k is Infinity, not a finite number"],
  ["add", [a, Float64Array.of(1)], "ta.add: other has 1 values where the argument before it has 3"],
  ["gt", [a, "x"], 'ta.gt: b is "x", not a column or a number'],
  ["and", [Uint8Array.of(1)], "ta.and: b is undefined, not a mask (Uint8Array)"],
  ["and", [Uint8Array.of(1), Uint8Array.of(1), a], "ta.and: b is a column of 3, not a mask (Uint8Array)"],
  ["atr", [a, 14], "ta.atr: c is a column of 3, not candles"],
  ["atr", [{ high: a, low: a }, 14], "ta.atr: c has a column close that is undefined, not a column (Float64Array)"],
  ["psar", [{ high: a, low: a }, 0.2, 0.1], "ta.psar: step is 0.2 and max is 0.1"],
  ["frama", [a, 3], "ta.frama: trading-signals refuses 3"],
] as [TaName, unknown[], string][])("ta.%s: says which argument is wrong (%#)", (name, values, message) => {
  const { code, message: said, hint } = thrownBy(name, ...values);
  expect([code, said]).toEqual(["ta.argument", message]);
  expect(hint).toBeTruthy();
});

test("ta: candles are whatever has the columns that a function reads", () => {
  const own = { high: a, low: a, close: a } as unknown as TaArgument;
  expect([...(ta.tr(own) as Float64Array)]).toEqual([0, 1, 1]);
});

test("ta: unknown names are none, inherited ones neither", () => {
  expect([isTaName("ema"), isTaName("emas"), isTaName("constructor"), isTaName("toString")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("memo: knows candles by their columns, and results as inputs", () => {
  const remembering = createToolbox({ memo: createMemo(1e6) });
  const raw = market(1, 50);
  const once = remembering.ema(remembering.rsi(candlesForStrategy(raw, 1).close, 14) as Float64Array, 9);
  const again = remembering.ema(remembering.rsi(candlesForStrategy(raw, 1).close, 14) as Float64Array, 9);
  expect(again).toBe(once);
  expect(remembering.atr(candlesForStrategy(raw, 1), 14)).toBe(remembering.atr(candlesForStrategy(raw, 1), 14));
  expect(remembering.ema(raw.close, 10)).not.toBe(remembering.ema(raw.close, 9));
  expect(remembering.div(raw.close, -0)).not.toEqual(remembering.div(raw.close, 0));
});

test("memo: stays within its bound and lets the least recently used go", () => {
  const memo = createMemo(1000 * 8 * 3);
  const remembering = createToolbox({ memo });
  const { close } = candlesForStrategy(market(1, 1000), 1);
  const first = remembering.ema(close, 1);
  const second = remembering.ema(close, 2);
  remembering.ema(close, 3);
  expect(remembering.ema(close, 1)).toBe(first);
  remembering.ema(close, 4);
  expect(remembering.ema(close, 1)).toBe(first);
  expect(remembering.ema(close, 2)).not.toBe(second);
  expect(memo.bytes).toBe(1000 * 8 * 3);
  remembering.macd(close, 12, 26, 9);
  remembering.keltner({ ...market(2, 1000), close } as unknown as TaArgument, 5, 5, 2);
  expect(memo.bytes).toBe(1000 * 8 * 3);
  memo.clear();
  expect(memo.bytes).toBe(0);
  expect(remembering.ema(close, 1)).not.toBe(first);
});

test("memo: what alone exceeds the bound is not kept", () => {
  const memo = createMemo(7);
  const remembering = createToolbox({ memo });
  const { close } = candlesForStrategy(market(1, 10), 1);
  expect(remembering.ema(close, 2)).not.toBe(remembering.ema(close, 2));
  expect(memo.bytes).toBe(0);
});

test("ta: what is shared are the candles, their columns and results of them alone, with a memo or without", () => {
  const c = candlesForStrategy(market(1, 30), 900_000);
  const own = c.close.slice();
  expect([isShared(c), isShared(c.close), isShared(own)]).toEqual([true, true, false]);
  expect([isShared(ta.ema(c.close, 3)), isShared(ta.ema(own, 3))]).toEqual([true, false]);
  expect([isShared(ta.add(c.close, own)), isShared(ta.add(c.close, 1))]).toEqual([false, true]);
  const lines = ta.macd(c.close, 2, 4, 2) as Record<string, Float64Array>;
  expect([isShared(lines), isShared(lines["signal"] ?? own), Object.isFrozen(lines)]).toEqual([true, true, true]);
  const higher = ta.resample(c, "1h") as typeof c;
  expect([isShared(higher), isShared(higher.close), isShared(ta.atr(higher, 3))]).toEqual([true, true, true]);
});
