import { expect, test } from "bun:test";
import { metrics } from "../../../../core/kernel/metrics.ts";
import { simulate } from "../../../../core/kernel/simulate.ts";
import { ownGrid } from "../../../../core/kernel/sweep/sweep-grid.ts";
import { marketWindow, prepareWindow } from "../../../../core/kernel/window.ts";
import { equalParts, walkForward } from "../../../../stages/backtest/looks/walk-forward.ts";
import { ACCOUNT, DAY, driftMarket, GRID, HOUR, masksOn, PERIOD, RULES, START, workshop } from "./drift-market.ts";

const PLAN = { parts: 7, trainParts: 2 };

function walk(drift: number, { grid = GRID, change = 0 } = {}) {
  const market = driftMarket(drift);
  const masks = masksOn(market);
  // What lies outside of the period, and what was only trained on, traded or not.
  for (const { enterLong } of masks) if (change > 0) enterLong.fill(0, change * 24);
  return walkForward({ market, period: PERIOD, masks, rules: RULES, grid, account: ACCOUNT }, PLAN, workshop());
}

test("walk-forward: a planted edge goes on after each choice, noise does not", () => {
  const found = walk(0.0015);
  expect(found).toMatchObject({ windows: 5, cells: 5 * GRID.combos.length });
  // 50 days of test parts, two coins; the signal bar of a part's first day lies in the part before.
  expect(found.trades).toBe(5 * 9 * 2);
  expect(found.sharpe).toBeGreaterThan(3);
  expect(found.expectancy).toBeGreaterThan(0.002);
  expect(walk(0).sharpe).toBeLessThan(1);
});

test("walk-forward: the joined test parts are what running them one by one gives", () => {
  const market = driftMarket(0.001);
  const masks = masksOn(market);
  const grid = ownGrid(RULES);
  const ours = walkForward({ market, period: PERIOD, masks, rules: RULES, grid, account: ACCOUNT }, PLAN, workshop());
  const parts = equalParts(PERIOD, 7).slice(2);
  const runs = parts.map((part) => {
    const run = simulate(prepareWindow(marketWindow(market, part), masks, RULES), RULES, ACCOUNT);
    return metrics(run, ACCOUNT.capital, HOUR);
  });
  const trades = runs.reduce((sum, run) => sum + run.trades, 0);
  const expectancy = runs.reduce((sum, run) => sum + run.expectancy * run.trades, 0) / trades;
  expect(ours).toMatchObject({ trades, expectancy: expect.closeTo(expectancy, 12), cells: 5 });
});

test("walk-forward: nothing behind the period is seen, nor traded", () => {
  const whole = walk(0.0004);
  expect(walk(0.0004, { change: 80 })).toEqual(whole);
  expect(walk(0.0004, { change: 78 })).not.toEqual(whole);
});

test("equal parts: they join, hold whole days, and differ by one at most", () => {
  expect(equalParts(PERIOD, 7).map(({ fromMs, toMs }) => [fromMs, toMs].map((ms) => (ms - START) / DAY))).toEqual(
    [10, 20, 30, 40, 50, 60, 70].map((from) => [from, from + 10]),
  );
  const days = equalParts({ fromMs: 0, toMs: 548 * DAY }, 7).map(({ fromMs, toMs }) => (toMs - fromMs) / DAY);
  expect(new Set(days)).toEqual(new Set([78, 79]));
  expect(days.reduce((sum, each) => sum + each, 0)).toBe(548);
});
