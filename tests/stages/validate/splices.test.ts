import { expect, test } from "bun:test";
import { createMemo } from "../../../core/strategy/ta/memo.ts";
import { candlesForStrategy } from "../../../core/strategy/ta/shared.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { marketOf } from "../../../stages/validate/markets.ts";
import { spliceCandles, splicingToolbox } from "../../../stages/validate/splices.ts";

const BARS = 400;
const BAR_MS = 900_000;
const CUT = 250;
const plain = createToolbox();
const splicing = splicingToolbox(createToolbox({ memo: createMemo(1 << 20) }));
const base = candlesForStrategy(marketOf("swings", "15m", BARS), BAR_MS);
const other = candlesForStrategy(marketOf("patchwork", "15m", BARS), BAR_MS);

test("splices: candles are those of one market before the cut and of the other from there on", () => {
  const spliced = spliceCandles(base, other, CUT, BARS);
  expect([...spliced.close]).toEqual([...base.close.slice(0, CUT), ...other.close.slice(CUT)]);
  expect(spliced.length).toBe(BARS);
  const short = spliceCandles(base, other, CUT, CUT + 10);
  expect([...short.high]).toEqual([...base.high.slice(0, CUT), ...other.high.slice(CUT, CUT + 10)]);
  const dropped = spliceCandles(base, null, CUT, BARS);
  expect([...dropped.low]).toEqual([...base.low.slice(0, CUT)]);
  expect(dropped.length).toBe(CUT);
});

test.each([
  ["dropped", null],
  ["replaced", other],
] as const)(
  "splices: what ta makes of them is, before the cut, what it makes of the splice itself: %s",
  (_, future) => {
    const spliced = candlesForStrategy(spliceCandles(base, future, CUT, BARS), BAR_MS);
    const made = (ta: typeof plain) => {
      const { macd } = ta.macd(spliced.close, 5, 9, 4) as Record<string, Float64Array>;
      const hours = ta.resample(spliced, "1h") as typeof base;
      return [
        ta.ema(spliced.close, 12),
        macd!,
        ta.atr(spliced, 14),
        ta.sma(hours.close, 3),
        ta.crossAbove(ta.ema(spliced.close, 3) as Float64Array, ta.ema(spliced.close, 12) as Float64Array),
      ] as (Float64Array | Uint8Array)[];
    };
    const [wanted, found] = [made(plain), made(splicing)];
    for (const [i, column] of found.entries()) {
      expect(column.length).toBe(spliced.length);
      expect([...column.slice(0, CUT)]).toEqual([...wanted[i]!.slice(0, CUT)]);
    }
  },
);

test("splices: from the cut on it is what ta makes of the other market", () => {
  const spliced = spliceCandles(base, other, CUT, BARS);
  const found = splicing.ema(spliced.close, 12) as Float64Array;
  expect([...found.slice(CUT)]).toEqual([...(plain.ema(other.close, 12) as Float64Array).slice(CUT)]);
});

test("splices: a column of the strategy's own is computed as it stands", () => {
  const spliced = spliceCandles(base, other, CUT, BARS);
  const own = spliced.close.map((value) => value * 2);
  expect([...(splicing.sub(own, spliced.close) as Float64Array)]).toEqual([...spliced.close]);
  expect([...(splicing.sma(own, 5) as Float64Array)]).toEqual([...(plain.sma(own, 5) as Float64Array)]);
});
