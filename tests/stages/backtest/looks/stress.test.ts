import { expect, test } from "bun:test";
import { metrics } from "../../../../core/kernel/metrics.ts";
import { simulate } from "../../../../core/kernel/simulate.ts";
import { marketWindow, prepareWindow } from "../../../../core/kernel/window.ts";
import { late, withCosts } from "../../../../stages/backtest/looks/stress.ts";
import { ACCOUNT, driftMarket, HOUR, masksOn, PERIOD, RULES } from "./drift-market.ts";

const market = driftMarket(0.0015);
const masks = masksOn(market);
const window = marketWindow(market, PERIOD);
const prepared = prepareWindow(window, masks, RULES);
const run = metrics(simulate(prepared, RULES, ACCOUNT), ACCOUNT.capital, HOUR);

test("stress: costs times two take one more round of costs from each trade", () => {
  expect(withCosts(prepared, RULES, ACCOUNT, 1)).toEqual(run);
  const { expectancy } = withCosts(prepared, RULES, ACCOUNT, 2);
  expect(run.expectancy - expectancy).toBeCloseTo(2 * (ACCOUNT.fee + ACCOUNT.slippage), 4);
});

test("stress: late signals are those of a strategy that sees each bar later", () => {
  expect(late(window, masks, RULES, RULES, ACCOUNT, 0)).toEqual(run);
  const later = masks.map((each) => ({ ...each, enterLong: each.enterLong.map((_, i) => each.enterLong[i - 2] ?? 0) }));
  const expected = simulate(prepareWindow(window, later, RULES), RULES, ACCOUNT);
  expect(late(window, masks, RULES, RULES, ACCOUNT, 2)).toEqual(metrics(expected, ACCOUNT.capital, HOUR));
  // The drift lasts six hours: of six that begin three hours late, half of them miss it.
  expect(late(window, masks, RULES, RULES, ACCOUNT, 3).expectancy).toBeLessThan(run.expectancy / 2);
  expect(late(window, masks, RULES, RULES, ACCOUNT, 10 ** 6).trades).toBe(0);
});
