import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import type { Metrics } from "../../../../core/kernel/metrics.ts";
import { judgeInSample } from "../../../../stages/backtest/gates/in-sample.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";
import { METRICS } from "../../../support/tested-strategies.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");
const AT_LIMITS: Metrics = { ...METRICS, trades: 120, sharpe: 1, winRate: 0.35, expectancy: 0.002, maxDrawdown: 0.3 };

const inSample = (change: Partial<Metrics>) => {
  const metrics = { ...AT_LIMITS, ...change };
  const look = { cells: 27, leftOut: 0, sharpeMean: 0, sharpeVariance: 1, plateauSharpe: 1, neighbourSharpe: 1 };
  const parameters = { exits: { stop: { kind: "percent", value: 0.02 } as const }, leverage: 1 };
  const dailyReturns = { firstDayMs: 0, returns: [] };
  const profit = { losing: 60, bar: 0.01, coin: 0.1 };
  return judgeInSample({ ...look, parameters, dailyReturns, profit, metrics, elapsedMs: 1 }, settings.inSample);
};

test("gate in-sample: a number at its threshold passes, one beyond it is the reason", () => {
  expect(inSample({}).reason).toBeNull();
  expect(inSample({ trades: 119 }).reason).toBe("trades below 120");
  expect(inSample({ sharpe: 0.999 }).reason).toBe("Sharpe below 1");
  expect(inSample({ winRate: 0.349 }).reason).toBe("win rate below 0.35");
  expect(inSample({ expectancy: 0.00199 }).reason).toBe("expectancy below 0.002");
  expect(inSample({ maxDrawdown: 0.301 }).reason).toBe("drawdown above 0.3");
  expect(inSample({ sharpe: Number.NaN }).reason).toBe("Sharpe below 1");
});

test("gate in-sample: its numbers are those that it judged", () => {
  const { trades, sharpe, winRate, expectancy, maxDrawdown } = AT_LIMITS;
  const { winRateHalfWidth, ...numbers } = inSample({}).numbers;
  expect(numbers).toEqual({ trades, sharpe, winRate, expectancy, maxDrawdown, cells: 27, plateauSharpe: 1 });
  expect(winRateHalfWidth).toBeCloseTo(0.0838, 3);
});
