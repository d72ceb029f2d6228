import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import type { Metrics } from "../../../../core/kernel/metrics.ts";
import { degradationOf, judgeOutOfSample } from "../../../../stages/backtest/gates/out-of-sample.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";
import { METRICS } from "../../../support/tested-strategies.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");
const AT_LIMITS: Metrics = { ...METRICS, trades: 120, sharpe: 1, winRate: 0.35, expectancy: 0.002, maxDrawdown: 0.3 };

const outOfSample = (change: Partial<Metrics>, limits = settings.outOfSample) =>
  judgeOutOfSample({ ...AT_LIMITS, sharpe: 2 }, { ...AT_LIMITS, trades: 60, ...change }, limits);

test("gate out-of-sample: the same numbers, wider, and half of the Sharpe may be lost", () => {
  expect(outOfSample({}).reason).toBeNull();
  expect(outOfSample({ trades: 59 }).reason).toBe("trades below 60");
  const low = { ...settings.outOfSample, minSharpe: 0 };
  expect(outOfSample({ sharpe: 1 }, low).reason).toBeNull();
  expect(outOfSample({ sharpe: 0.99 }, low).reason).toBe("degradation above 0.5");
  const few = { ...low, minTrades: 0 };
  expect(outOfSample({ trades: 40, winRate: 0.5 }, few).reason).toBeNull();
  expect(outOfSample({ trades: 38, winRate: 0.5 }, few).reason).toBe(
    "half-width of the win rate's interval above 0.15",
  );
});

test("gate out-of-sample: without a Sharpe to lose there is no degradation, and no pass", () => {
  expect(degradationOf({ ...METRICS, sharpe: 4 }, { ...METRICS, sharpe: 3 })).toBe(0.25);
  expect(degradationOf({ ...METRICS, sharpe: 0 }, METRICS)).toBeNaN();
  const limits = { ...settings.outOfSample, minTrades: 0 };
  expect(judgeOutOfSample({ ...AT_LIMITS, sharpe: 0 }, AT_LIMITS, limits).reason).toBe("degradation above 0.5");
});
