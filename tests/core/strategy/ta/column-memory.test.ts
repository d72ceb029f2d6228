import { expect, test } from "bun:test";
import { sliceCandles } from "../../../../core/market/columns.ts";
import { synthesizeMarket } from "../../../../core/market/synthetic.ts";
import { compileStrategy } from "../../../../core/strategy/evaluate.ts";
import { keep, newColumn, newMask, recycled, release } from "../../../../core/strategy/ta/column-memory.ts";
import { createMemo } from "../../../../core/strategy/ta/memo.ts";
import { createToolbox } from "../../../../core/strategy/ta/toolbox.ts";
import { inventFromBlocks } from "../../../../stages/generate/sources/blocks.ts";

const LONG = 5_000;

test("recycled: a column that outlives the work is empty, and its memory comes back as zeros", () => {
  const held: Float64Array[] = [];
  recycled(() => held.push(newColumn(LONG).fill(7)));
  expect(held[0]).toHaveLength(0);
  recycled(() => expect(newColumn(LONG).every((value) => value === 0)).toBe(true));
  recycled(() => expect(newMask(8 * LONG).every((value) => value === 0)).toBe(true));
});

test("recycled: also work that fails gives back, and what was made outside is left alone", () => {
  const outside = newColumn(LONG).fill(3);
  let held: Float64Array = newColumn(0);
  const fail = () =>
    recycled(() => {
      held = newColumn(LONG);
      throw new Error("stop");
    });
  expect(fail).toThrow("stop");
  expect(held).toHaveLength(0);
  expect(outside).toHaveLength(LONG);
});

test("recycled: the work around it keeps its own columns", () => {
  recycled(() => {
    const outer = newColumn(LONG).fill(1);
    let inner: Float64Array = newColumn(0);
    recycled(() => {
      inner = newColumn(LONG).fill(2);
    });
    expect(inner).toHaveLength(0);
    expect(outer.every((value) => value === 1)).toBe(true);
  });
});

test("keep: a column stays until it was released as often, and may be read to the end of the work that released it", () => {
  let column: Float64Array = newColumn(0);
  recycled(() => {
    column = newColumn(LONG).fill(5);
    keep(column);
    keep(column);
  });
  recycled(() => release(column));
  expect(column).toHaveLength(LONG);
  recycled(() => {
    release(column);
    newColumn(LONG).fill(9);
    expect(column).toHaveLength(LONG);
    expect(column.every((value) => value === 5)).toBe(true);
  });
  expect(column).toHaveLength(0);
});

test("recycled: strategies signal the same as on bars too few to be recycled, with a memo that forgets", () => {
  const coins = ["BTC", "ETH", "SOL"].map((coin, i) => {
    const market = { seed: i, coins: [coin], timeframe: "15m", startMs: 0, bars: 3_000 + 1_500 * i } as const;
    const [series] = synthesizeMarket(market);
    if (series === undefined) throw new Error("no candles");
    return series.candles;
  });
  const short = 2_000;
  const toolbox = createToolbox({ memo: createMemo(300_000) });
  const scope = { types: ["TRD", "MOM", "REV", "VOL", "CDL"], timeframes: ["15m"] } as const;
  for (let index = 0; index < 20; index++) {
    const { code } = inventFromBlocks(11, index, scope);
    const strategy = compileStrategy(code, toolbox);
    recycled(() => {
      for (const outcome of coins.map((candles) => [candles, strategy.signals(candles)] as const)) {
        const [candles, whole] = outcome;
        const part = compileStrategy(code, createToolbox()).signals(sliceCandles(candles, 0, short));
        if (whole.kind === "failed" || part.kind === "failed") throw new Error(`${index} failed`);
        expect(whole.masks.enterLong.subarray(0, short)).toEqual(part.masks.enterLong);
        expect(whole.masks.enterShort.subarray(0, short)).toEqual(part.masks.enterShort);
      }
    });
  }
});
