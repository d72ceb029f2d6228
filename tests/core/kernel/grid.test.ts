import { expect, test } from "bun:test";
import fc from "fast-check";
import { gridIndexes, unionGrid } from "../../../core/kernel/grid.ts";
import { prepareMarket } from "../../../core/kernel/market.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import type { TradingRules } from "../../../core/kernel/rules.ts";
import { candlesOf, masksOf } from "./run-market.ts";

test("unionGrid: all times of all coins, each once, and every bar finds its own", () => {
  const times = fc.uniqueArray(fc.nat({ max: 40 })).map((list) => Float64Array.from(list).sort());
  fc.assert(
    fc.property(fc.array(times, { maxLength: 5 }), (columns) => {
      const grid = unionGrid(columns);
      expect([...grid]).toEqual([...new Set(columns.flatMap((time) => [...time]))].sort((a, b) => a - b));
      for (const time of columns) expect([...gridIndexes(grid, time)].map((g) => grid[g]!)).toEqual([...time]);
    }),
  );
});

test("unionGrid: refuses times that do not ascend", () => {
  expect(() => unionGrid([Float64Array.of(1, 2, 2)])).toThrow("bar 2 at 2 does not follow bar 1 at 2");
  expect(() => unionGrid([Float64Array.of(1, 2), Float64Array.of(3, 1)])).toThrow("does not follow");
});

test("prepareSignals: refuses masks that do not fit the market", () => {
  const coin = {
    times: [0, 60_000],
    bars: [[1, 1, 1, 1] as const, [1, 1, 1, 1] as const],
    masks: { enterLong: [], enterShort: [], exitLong: [], exitShort: [] },
  };
  const market = prepareMarket([{ coin: "AAA", candles: candlesOf(coin), funding: null, maxLeverage: 10 }], 60_000);
  const masks = masksOf(coin);
  const rules: TradingRules = {
    direction: "long",
    exits: { stop: { kind: "percent", value: 0.02 } },
    leverage: 1,
    warmup: 0,
    timeframeMs: 60_000,
  };
  expect(prepareSignals(market, [masks], rules).entries.length).toBe(0);
  expect(() => prepareSignals(market, [], rules)).toThrow("masks of 0 coins");
  expect(() => prepareSignals(market, [masks], { ...rules, timeframeMs: 900_000 })).toThrow("at 900000 ms");
  expect(() => prepareSignals(market, [{ ...masks, exitLong: new Uint8Array(1) }], rules)).toThrow(
    "exitLong has 1 values for 2 bars",
  );
});
