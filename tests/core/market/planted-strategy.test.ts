import { expect, test } from "bun:test";
import type { Candles } from "../../../core/kernel/candles.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { nullMarket } from "../../../core/market/null-market.ts";
import { type Planting, plantMarket } from "../../../core/market/planted-market.ts";
import type { PlantedRule } from "../../../core/market/planted-rule.ts";
import { plantedStrategy, plantedTrading } from "../../../core/market/planted-strategy.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";
import { compileStrategy } from "../../../core/strategy/evaluate.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { type Timeframe, timeframeMs } from "../../../core/timeframe.ts";
import { raggedMarket } from "../../support/ragged-market.ts";
import { bars } from "./bars.ts";

const RULES: PlantedRule[] = [
  { kind: "breakout", lookback: 1 },
  { kind: "breakout", lookback: 20 },
  { kind: "crossing", fast: 5, slow: 20 },
  { kind: "crossing", fast: 30, slow: 7 },
  { kind: "oversold", length: 2, level: 12.5 },
  { kind: "oversold", length: 14, level: 30 },
  { kind: "hour", hour: 0 },
  { kind: "hour", hour: 14 },
];

function expectSameSignals(market: readonly Candles[], planting: Planting, timeframe: Timeframe): number {
  const strategy = compileStrategy(plantedStrategy(planting, timeframe), createToolbox());
  const { direction, exits, leverage, warmup } = strategy.definition;
  expect({ direction, exits, leverage, warmup, timeframeMs: timeframeMs(strategy.definition.timeframe) }).toEqual(
    plantedTrading(planting, timeframe),
  );
  let held = 0;
  for (const { candles, signals } of plantMarket(market, planting, timeframe)) {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new Error(outcome.message);
    const [mask, other] =
      planting.side > 0 ? (["enterLong", "enterShort"] as const) : (["enterShort", "enterLong"] as const);
    expect(outcome.masks[mask]).toEqual(signals);
    expect(outcome.masks[other].includes(1)).toBe(false);
    held += signals.reduce((sum, one) => sum + one, 0);
  }
  return held;
}

test("plantedStrategy: its text sees on the planted candles the condition that they were planted by, to the bar", () => {
  const synthetic = synthesizeMarket({ seed: 3, coins: ["BTC", "ETH"], timeframe: "1h", startMs: 0, bars: 3000 });
  const nothing = nullMarket(
    synthetic.map(({ candles }) => candles),
    1,
  );
  const ragged = Array.from({ length: 20 }, (_, seed) =>
    raggedMarket({ seed, coins: 3, bars: 60, holes: true }),
  ).flat();
  for (const rule of RULES) {
    for (const side of [1, -1] as const) {
      for (const isLevelled of [true, false]) {
        const planting: Planting = { rule, side, bars: 5, driftFrac: 0.002, isLevelled };
        expect(expectSameSignals(nothing, planting, "1h")).toBeGreaterThan(50);
        expectSameSignals(ragged, planting, "15m");
      }
    }
  }
});

test("plantedStrategy: the same where prices meet what they are measured by exactly", () => {
  const random = randomFrom("ticks");
  const flat = (prices: number[]) => bars(prices.map((price, i) => [i * 3_600_000, price, price, price, price, 1]));
  const walk = Array.from({ length: 2000 }, () => random.int(-1, 1)).map((step, i, all) =>
    all.slice(0, i).reduce((sum, each) => sum + each, 200 + step),
  );
  const still = { side: 1, bars: 5, driftFrac: 0, isLevelled: false } as const;
  for (const rule of RULES) expect(expectSameSignals([flat(walk)], { ...still, rule }, "1h")).toBeGreaterThan(5);
  // An RSI of exactly 50, then less; averages that are the same, then not; a close at the high before, then above.
  const balanced: PlantedRule = { kind: "oversold", length: 2, level: 50 };
  expect(expectSameSignals([flat([100, 101, 100, 99, 98])], { ...still, rule: balanced }, "1h")).toBe(1);
  expect(expectSameSignals([flat([100, 101, 102, 101, 102])], { ...still, rule: balanced }, "1h")).toBe(0);
  const level: PlantedRule = { kind: "crossing", fast: 1, slow: 3 };
  expect(expectSameSignals([flat([100, 100, 100, 100, 101])], { ...still, rule: level }, "1h")).toBe(1);
  const even: PlantedRule = { kind: "breakout", lookback: 2 };
  expect(expectSameSignals([flat([100, 100, 100, 100, 101])], { ...still, rule: even }, "1h")).toBe(1);
});

test("plantedStrategy: names differ where rules do", () => {
  const names = new Set<string>();
  for (const rule of RULES) {
    for (const side of [1, -1] as const) {
      for (const timeframe of ["15m", "1h"] as const) {
        names.add(/name: "(.*)"/.exec(plantedStrategy({ rule, side, bars: 24 }, timeframe))![1]!);
      }
    }
  }
  expect(names.size).toBe(RULES.length * 4);
  for (const name of names) expect(name).toMatch(/^Strategy_(TRD|MOM|REV)_[A-Za-z0-9]{1,32}$/);
});
