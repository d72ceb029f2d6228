import { expect, test } from "bun:test";
import type { Masks } from "../../../core/kernel/candles.ts";
import { metrics } from "../../../core/kernel/metrics.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import { marketWindow, prepareWindow } from "../../../core/kernel/window.ts";
import { randomScenario, type Scenario } from "./random-scenario.ts";
import { marketOf, masksOf, type TestCoin } from "./run-market.ts";

/** The first `count` bars of a coin. */
const headOf = (coin: TestCoin, count: number): TestCoin => ({
  ...coin,
  times: coin.times.slice(0, count),
  bars: coin.bars.slice(0, count),
  masks: Object.fromEntries(
    Object.entries(coin.masks).map(([name, ones]) => [name, ones.filter((bar) => bar < count)]),
  ) as TestCoin["masks"],
});

/** A window's beginning and end somewhere inside a scenario's time. */
function periodOf({ coins }: Scenario, seed: number) {
  const times = coins.flatMap((coin) => coin.times).sort((a, b) => a - b);
  const fromMs = times[Math.floor((times.length * (seed % 5)) / 10)]!;
  const toMs = times[Math.floor((times.length * (6 + (seed % 4))) / 10)]!;
  return { fromMs, toMs };
}

/** What a window must equal: the bars up to its end, with entries silenced before its beginning. */
function silenced(scenario: Scenario, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  const { coins, rules, account } = scenario;
  const heads = coins.map((coin) => headOf(coin, coin.times.filter((time) => time + rules.timeframeMs <= toMs).length));
  const masks = heads.map((coin): Masks => {
    const all = masksOf(coin);
    const before = coin.times.filter((time) => time < fromMs).length;
    return { ...all, enterLong: all.enterLong.fill(0, 0, before), enterShort: all.enterShort.fill(0, 0, before) };
  });
  return simulate(prepareSignals(marketOf(heads, rules.timeframeMs), masks, rules), rules, account);
}

test("window: trades are those of the bars up to its end with no entry before it, measures reaching back", () => {
  let trades = 0;
  for (let seed = 0; seed < 300; seed++) {
    const scenario = randomScenario(seed, 3, 120);
    const { coins, rules, account } = scenario;
    const period = periodOf(scenario, seed);
    const window = marketWindow(marketOf(coins, rules.timeframeMs), period);
    const run = simulate(prepareWindow(window, coins.map(masksOf), rules), rules, account);
    expect(run.trades, `seed ${seed}`).toEqual(silenced(scenario, period).trades);
    expect(run.gridTime.every((time) => time >= period.fromMs && time + rules.timeframeMs <= period.toMs)).toBe(true);
    trades += run.trades.length;
  }
  expect(trades).toBeGreaterThan(1000);
});

test("window: the whole of a market is the market", () => {
  for (let seed = 0; seed < 50; seed++) {
    const { coins, rules, account } = randomScenario(seed, 3, 120);
    const market = marketOf(coins, rules.timeframeMs);
    const all = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
    const masks = coins.map(masksOf);
    const whole = simulate(prepareSignals(market, masks, rules), rules, account);
    const run = simulate(prepareWindow(marketWindow(market, all), masks, rules), rules, account);
    expect(run).toEqual(whole);
    expect(metrics(run, account.capital, rules.timeframeMs)).toEqual(
      metrics(whole, account.capital, rules.timeframeMs),
    );
  }
});

test("window: a coin without a bar in it stays in its place, empty", () => {
  const coin = (name: string, times: number[]): TestCoin => ({
    ...{ coin: name, times, bars: times.map(() => [100, 101, 99, 100] as const), funding: null, maxLeverage: 10 },
    masks: { enterLong: [], enterShort: [], exitLong: [], exitShort: [] },
  });
  const market = marketOf([coin("AAA", [0, 1000]), coin("BBB", [5000, 6000, 7000])], 1000);
  const window = marketWindow(market, { fromMs: 5000, toMs: 7000 });
  expect(window.coins.map(({ coin, candles }) => [coin, candles.length])).toEqual([
    ["AAA", 0],
    ["BBB", 2],
  ]);
});
