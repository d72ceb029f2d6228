import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Metrics } from "../../../core/kernel/metrics.ts";
import { judgeInSample } from "../../../stages/backtest/gates/in-sample.ts";
import { degradationOf, judgeOutOfSample } from "../../../stages/backtest/gates/out-of-sample.ts";
import { judgeScore, scoreOf, scoreParts } from "../../../stages/backtest/gates/score.ts";
import { settingsFor } from "../../../stages/backtest/settings.ts";
import { METRICS } from "../../support/tested-strategies.ts";

const config = await loadConfig(SHIPPED_CONFIG);
const settings = settingsFor(config, "15m");
const AT_LIMITS: Metrics = { ...METRICS, trades: 120, sharpe: 1, winRate: 0.35, expectancy: 0.002, maxDrawdown: 0.3 };

const inSample = (change: Partial<Metrics>) => {
  const metrics = { ...AT_LIMITS, ...change };
  const look = { cells: 27, leftOut: 0, sharpeMean: 0, sharpeVariance: 1, plateauSharpe: 1, neighbourSharpe: 1 };
  const parameters = { exits: { stop: { kind: "percent", value: 0.02 } as const }, leverage: 1 };
  const dailyReturns = { firstDayMs: 0, returns: [] };
  const profit = { losing: 60, bar: 0.01, coin: 0.1 };
  return judgeInSample({ ...look, parameters, dailyReturns, profit, metrics, elapsedMs: 1 }, settings.inSample);
};

test("gates: the shipped thresholds are those of the design", () => {
  const timeframes = ["15m", "30m", "1h", "2h"] as const;
  const all = timeframes.map((timeframe) => settingsFor(config, timeframe));
  expect(all.map(({ inSample }) => inSample.minTrades)).toEqual([120, 80, 50, 30]);
  expect(all.map(({ outOfSample }) => outOfSample.minTrades)).toEqual([60, 40, 25, 15]);
  expect(settingsFor(config, "1m").inSample.minTrades).toBe(120);
  expect(settingsFor(config, "5m").inSample.minTrades).toBe(120);
  expect(settingsFor(config, "1d").outOfSample.minTrades).toBe(15);
  expect(settings.account).toEqual({
    ...{ capital: 10_000, risk: 0.02, maxPositions: 10, fee: 0.00045, slippage: 0.0005 },
    ...{ minNotional: 10, minStopFraction: 0.001 },
  });
});

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
