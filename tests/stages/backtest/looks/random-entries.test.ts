import { expect, test } from "bun:test";
import type { Trade } from "../../../../core/kernel/position.ts";
import { simulate } from "../../../../core/kernel/simulate.ts";
import { marketWindow, prepareWindow } from "../../../../core/kernel/window.ts";
import { compareWithRandom, sampleOf } from "../../../../stages/backtest/looks/random-entries.ts";
import { ACCOUNT, DAY, driftMarket, HOUR, masksOn, PERIOD, RULES } from "./drift-market.ts";

const market = driftMarket(0.0015);
const window = marketWindow(market, PERIOD);

const trade = (change: Partial<Trade>): Trade => ({
  ...{ coin: "C0", direction: "long", entryTime: PERIOD.fromMs, entryPrice: 100, exitTime: PERIOD.fromMs + 5 * HOUR },
  ...{ exitPrice: 101, quantity: 2, notional: 200, fees: 1, funding: 4, pnl: 10, reason: "maxBars" },
  ...change,
});

test("random entries: trades as columns, without their funding, the bar that they left in counted", () => {
  const trades = [
    trade({}),
    trade({ coin: "C1", direction: "short", entryTime: PERIOD.fromMs + 3 * HOUR, reason: "stop" }),
    trade({ entryTime: PERIOD.fromMs + DAY, exitTime: PERIOD.fromMs + DAY, reason: "target" }),
  ];
  const { opens, gained, ...columns } = sampleOf(window, trades);
  expect(opens.map((column) => column.length)).toEqual([70 * 24, 70 * 24]);
  expect([...gained]).toEqual([0.03, 0.03, 0.03]);
  expect(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]]))).toEqual({
    ...{ coin: [0, 1, 0], entryBar: [0, 3, 24], heldBars: [5, 3, 1], side: [1, -1, 1], group: [0, 0, 1] },
  });
});

test("random entries: trades that are held for longer than a day move together for as long", () => {
  const long = (day: number) =>
    trade({ entryTime: PERIOD.fromMs + day * DAY, exitTime: PERIOD.fromMs + (day + 5) * DAY - HOUR });
  expect([...sampleOf(window, [0, 2, 4, 5, 9, 11].map(long)).group]).toEqual([0, 0, 0, 1, 1, 2]);
});

test("random entries: what trades the planted hours passes, what holds for any six hours does not", () => {
  const pValueOf = (masks: ReturnType<typeof masksOn>) => {
    const run = simulate(prepareWindow(window, masks, RULES), RULES, ACCOUNT);
    expect(run.trades.length).toBeGreaterThan(100);
    return compareWithRandom(window, run.trades, ACCOUNT, 999, "seed").pValue;
  };
  const planted = masksOn(market);
  expect(pValueOf(planted)).toBeLessThan(0.01);
  const anyTime = planted.map((masks) => ({
    ...masks,
    enterLong: masks.enterLong.map((_, i) => (i % 31 === 0 ? 1 : 0)),
  }));
  expect(pValueOf(anyTime)).toBeGreaterThan(0.05);
});

test("random entries: a market that only rises is no edge of whoever is long in it", () => {
  const rising = driftMarket(0);
  for (const { candles } of rising.coins) {
    for (const column of [candles.open, candles.high, candles.low, candles.close])
      for (let i = 0; i < column.length; i++) column[i]! *= 1.001 ** i;
  }
  const risen = marketWindow(rising, PERIOD);
  const run = simulate(prepareWindow(risen, masksOn(rising), RULES), RULES, ACCOUNT);
  const { pValue, mean, randomMean } = compareWithRandom(risen, run.trades, ACCOUNT, 999, "seed");
  expect(mean).toBeGreaterThan(0.002);
  expect(Math.abs(mean - randomMean)).toBeLessThan(0.003);
  expect(pValue).toBeGreaterThan(0.05);
});

test("random entries: without a trade there is nothing to compare", () => {
  expect(compareWithRandom(window, [], ACCOUNT, 9, "seed").pValue).toBe(1);
});
