import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgeScore, scoreOf, scoreParts } from "../../../../stages/backtest/gates/score.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";
import { METRICS } from "../../../support/tested-strategies.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

test("gate score: five parts, worked by hand", () => {
  const first = { ...METRICS, expectancy: 0.005, sharpe: 1.5, maxDrawdown: 0.1, winRate: 0.5 };
  const parts = scoreParts(first, { ...METRICS, sharpe: 1.2 }, settings.score);
  expect(parts).toEqual({
    ...{ expectancy: 20, sharpe: 12.5, drawdown: expect.closeTo(10, 10), winRate: 5, recency: expect.closeTo(8, 10) },
  });
  expect(scoreOf(parts)).toBeCloseTo(55.5, 10);
});

test("gate score: no part gives more than its weight or less than nothing", () => {
  const best = { ...METRICS, expectancy: 0.5, sharpe: 30, maxDrawdown: 0, winRate: 1 };
  expect(scoreOf(scoreParts(best, { ...METRICS, sharpe: 90 }, settings.score))).toBe(100);
  const worst = { ...METRICS, expectancy: -0.5, sharpe: -3, maxDrawdown: 0.9, winRate: 0 };
  expect(scoreOf(scoreParts(worst, METRICS, settings.score))).toBe(0);
});

test("gate score: 40 points pass, fewer do not", () => {
  const parts = { expectancy: 20, sharpe: 10, drawdown: 5, winRate: 5, recency: 0 };
  expect(judgeScore(parts, settings.score).reason).toBeNull();
  expect(judgeScore({ ...parts, winRate: 4.9 }, settings.score).reason).toBe("score below 40");
});
