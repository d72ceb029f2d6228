import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Candles } from "../../../core/kernel/candles.ts";
import { checkCandles } from "../../../core/market/check-candles.ts";
import { sliceCandles } from "../../../core/market/columns.ts";
import { nullMarket } from "../../../core/market/null-market.ts";
import { type Planting, plantMarket } from "../../../core/market/planted-market.ts";
import type { PlantedRule } from "../../../core/market/planted-rule.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";
import { bytesOf, raggedMarket, raggedMarkets } from "../../support/ragged-market.ts";
import { REAL_DATA, realMarket } from "../../support/real-market.ts";
import { bars } from "./bars.ts";

const BAR = 900_000;

const rules: fc.Arbitrary<PlantedRule> = fc.oneof(
  fc.record({ kind: fc.constant("breakout" as const), lookback: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    ...{ kind: fc.constant("crossing" as const), fast: fc.integer({ min: 1, max: 4 }) },
    slow: fc.integer({ min: 2, max: 9 }),
  }),
  fc.record({
    ...{ kind: fc.constant("oversold" as const), length: fc.integer({ min: 2, max: 5 }) },
    level: fc.integer({ min: 20, max: 60 }),
  }),
  fc.record({ kind: fc.constant("hour" as const), hour: fc.integer({ min: 0, max: 23 }) }),
);
const plantings: fc.Arbitrary<Planting> = fc.record({
  ...{ rule: rules, side: fc.constantFrom(1 as const, -1 as const), bars: fc.integer({ min: 1, max: 6 }) },
  ...{ driftFrac: fc.constantFrom(0.0001, 0.003, 0.05), isLevelled: fc.boolean() },
});

test("plantMarket: two bars behind a breakout drift from their open on, and what follows stands higher", () => {
  const flat = (i: number, price: number) => [i * BAR, price, price + 2, price - 2, price, 1];
  const quiet = bars([
    flat(0, 100),
    flat(1, 100),
    [2 * BAR, 100, 104, 99, 103, 1],
    flat(3, 103),
    flat(4, 103),
    flat(5, 103),
  ]);
  const planting: Planting = {
    ...{ rule: { kind: "breakout", lookback: 1 }, side: 1, bars: 2, driftFrac: 0.1, isLevelled: false },
  };
  const [planted] = plantMarket([quiet], planting, "15m");
  const { open, high, low, close } = planted!.candles;
  const rounded = (column: Float64Array) => [...column].map((price) => +price.toFixed(6));
  // Bar 3 closes above the bar before it as well, but so did bar 2: it crosses nothing.
  expect([...planted!.signals]).toEqual([0, 0, 1, 0, 0, 0]);
  expect(rounded(open)).toEqual([100, 100, 100, 103, 113.3, 124.63]);
  expect(rounded(high)).toEqual([102, 102, 104, 115.5, 127.05, 127.05]);
  expect(rounded(low)).toEqual([98, 98, 99, 101, 111.1, 122.21]);
  expect(rounded(close)).toEqual([100, 100, 103, 113.3, 124.63, 124.63]);
});

test("plantMarket: drifts in the bars behind the condition and in no other, each by as much", () => {
  fc.assert(
    fc.property(raggedMarkets, plantings, (shape, planting) => {
      const market = raggedMarket(shape);
      for (const [i, { candles, signals }] of plantMarket(
        market,
        { ...planting, isLevelled: false },
        "15m",
      ).entries()) {
        const real = market[i]!;
        for (let bar = 0; bar < real.length; bar++) {
          const drift = (candles.close[bar]! / candles.open[bar]! / real.close[bar]!) * real.open[bar]!;
          const isBehind = signals.subarray(Math.max(0, bar - planting.bars), bar).includes(1);
          expect(drift).toBeCloseTo(isBehind ? 1 + planting.side * planting.driftFrac : 1, 9);
          if (bar === 0) continue;
          const gap = (candles.open[bar]! / candles.close[bar - 1]! / real.open[bar]!) * real.close[bar - 1]!;
          expect(gap).toBeCloseTo(1, 9);
        }
      }
    }),
  );
});

test("plantMarket: candles are possible, and the market itself without drift, to the bit", () => {
  fc.assert(
    fc.property(raggedMarkets, plantings, (shape, planting) => {
      const market = raggedMarket(shape);
      const before = bytesOf(market);
      for (const { candles } of plantMarket(market, planting, "15m")) expect(checkCandles(candles, "15m")).toEqual([]);
      const still = plantMarket(market, { ...planting, driftFrac: 0 }, "15m");
      expect(bytesOf(still.map(({ candles }) => candles))).toBe(before);
      expect(bytesOf(market)).toBe(before);
    }),
  );
});

test("plantMarket: no bar depends on a later one, levelled or not", () => {
  fc.assert(
    fc.property(raggedMarkets, plantings, fc.nat({ max: 60 }), (shape, planting, cut) => {
      const market = raggedMarket(shape);
      const upTo = (candles: Candles) => sliceCandles(candles, 0, Math.min(cut, candles.length));
      const whole = plantMarket(market, planting, "15m");
      const part = plantMarket(market.map(upTo), planting, "15m");
      expect(bytesOf(part.map(({ candles }) => candles))).toBe(bytesOf(whole.map(({ candles }) => upTo(candles))));
      for (const [i, { signals }] of part.entries()) {
        expect(signals).toEqual(whole[i]!.signals.slice(0, signals.length));
      }
    }),
  );
});

test("plantMarket: levelled, prices stay near those of the null; else a frequent rule carries them away", () => {
  const made = synthesizeMarket({ seed: 3, coins: ["BTC", "ETH"], timeframe: "15m", startMs: 0, bars: 40_000 });
  const nothing = nullMarket(
    made.map(({ candles }) => candles),
    1,
  );
  const planting = { rule: { kind: "breakout", lookback: 96 }, bars: 24, driftFrac: 0.0003 } as const;
  for (const side of [1, -1] as const) {
    const ends = (isLevelled: boolean) =>
      plantMarket(nothing, { ...planting, side, isLevelled }, "15m").map(({ candles }, i) =>
        Math.abs(Math.log(candles.close.at(-1)! / nothing[i]!.close.at(-1)!)),
      );
    expect(Math.max(...ends(true))).toBeLessThan(0.4);
    expect(Math.min(...ends(false))).toBeGreaterThan(1);
  }
});

test("plantMarket: refuses a drift that no price can follow and an hour at which no bar closes", () => {
  const market = raggedMarket({ seed: 1, coins: 1, bars: 50, holes: false });
  const planting: Planting = {
    ...{ rule: { kind: "hour", hour: 3 }, side: 1, bars: 4, driftFrac: 0.01, isLevelled: false },
  };
  const plant =
    (part: Partial<Planting>, timeframe: "15m" | "2h" = "15m") =>
    () =>
      plantMarket(market, { ...planting, ...part }, timeframe);
  expect(plant({ driftFrac: 1 })).toThrow("no drift of 1 a bar");
  expect(plant({ driftFrac: Number.NaN })).toThrow("no drift of NaN a bar");
  expect(plant({ bars: 0 })).toThrow("on 0 bars");
  expect(plant({}, "2h")).toThrow("closes at 3 o'clock");
  const long = synthesizeMarket({ seed: 3, coins: ["BTC"], timeframe: "15m", startMs: 0, bars: 40_000 })[0]!;
  const steep: Planting = { ...planting, rule: { kind: "breakout", lookback: 2 }, driftFrac: 0.9 };
  expect(() => plantMarket([long.candles], steep, "15m")).toThrow("out of all prices");
});

test.skipIf(!REAL_DATA)("plantMarket: on real candles made null too", async () => {
  const nothing = nullMarket(await realMarket(["BTC", "XRP"]), 1);
  const planting = { rule: { kind: "breakout", lookback: 96 }, side: 1, bars: 24, driftFrac: 0.0003 } as const;
  for (const { candles, signals } of plantMarket(nothing, { ...planting, isLevelled: true }, "15m")) {
    expect(checkCandles(candles, "15m")).toEqual([]);
    const held = signals.reduce((sum, one) => sum + one, 0) / signals.length;
    expect(held).toBeGreaterThan(0.005);
    expect(held).toBeLessThan(0.05);
  }
});
