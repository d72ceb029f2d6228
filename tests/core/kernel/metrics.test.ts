import { expect, test } from "bun:test";
import fc from "fast-check";
import { dailyReturns } from "../../../core/kernel/daily-returns.ts";
import { maxDrawdown, timeUnderWaterDays } from "../../../core/kernel/drawdown.ts";
import { metrics } from "../../../core/kernel/metrics.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import { sharpe, sortino } from "../../../core/kernel/sharpe.ts";
import { randomScenario } from "./random-scenario.ts";
import { runMarket } from "./run-market.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 1);

/** Bars of 12 h: two on the first and second day, none on the third, two on the fourth. */
const TIMES = Float64Array.of(0, 12, 24, 36, 72, 84).map((hour) => START + hour * HOUR);
const MARKS = Float64Array.of(1010, 1020, 1000, 969, 1020, 1071);
const RETURNS = [0.02, -0.05, 0, 1071 / 969 - 1];

function tradeOf(pnl: number, notional: number): Trade {
  return {
    coin: "AAA",
    direction: "long",
    entryTime: START,
    entryPrice: 100,
    exitTime: START,
    exitPrice: 110,
    quantity: notional / 100,
    notional,
    fees: 0,
    funding: 0,
    pnl,
    reason: "end",
  };
}

const runOf = (trades: Trade[], gridTime = TIMES, marks = MARKS) => ({ trades, gridTime, marks, exposedBars: 3 });
const closeTo = (values: Float64Array, expected: number[]) => {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(values[i]!).toBeCloseTo(value, 12);
};

test("dailyReturns: the last mark of bars that open in the day, 0 for a day without bars, the first against capital", () => {
  closeTo(dailyReturns(TIMES, MARKS, 1000), RETURNS);
  closeTo(dailyReturns(new Float64Array(0), new Float64Array(0), 1000), []);
  const late = Float64Array.of(START + 23.75 * HOUR, START + DAY);
  closeTo(dailyReturns(late, Float64Array.of(1100, 1210), 1000), [0.1, 0.1]);
});

test("dailyReturns: a day after equity fell to 0 or less returns 0", () => {
  const days = Float64Array.of(0, 1, 2, 3).map((day) => START + day * DAY);
  closeTo(dailyReturns(days, Float64Array.of(500, -20, -30, -30), 1000), [-0.5, -1.04, 0, 0]);
  closeTo(dailyReturns(days, Float64Array.of(500, 0, 0, 0), 1000), [-0.5, -1, 0, 0]);
});

test("sharpe: mean over sample deviation times the root of 365; 0 where there is none", () => {
  const mean = RETURNS.reduce((sum, r) => sum + r, 0) / 4;
  const deviation = Math.sqrt(RETURNS.reduce((sum, r) => sum + (r - mean) ** 2, 0) / 3);
  expect(sharpe(Float64Array.from(RETURNS))).toBeCloseTo((mean / deviation) * Math.sqrt(365), 12);
  expect(sharpe(Float64Array.of(0.01, 0.03))).toBeCloseTo((0.02 / Math.SQRT2 / 0.01) * Math.sqrt(365), 10);
  expect(sharpe(Float64Array.of(0.05))).toBe(0);
  expect(sharpe(new Float64Array(0))).toBe(0);
  expect(sharpe(new Float64Array(1000).fill(0.1))).toBe(0);
});

test("sortino: the losing days' mean square over all days; 0 without a losing day", () => {
  const mean = RETURNS.reduce((sum, r) => sum + r, 0) / 4;
  expect(sortino(Float64Array.from(RETURNS))).toBeCloseTo((mean / Math.sqrt(0.0025 / 4)) * Math.sqrt(365), 10);
  expect(sortino(Float64Array.of(0.05, 0.01, 0))).toBe(0);
  expect(sortino(Float64Array.of(-0.05))).toBe(0);
});

test("sharpe, sortino: days that differ by rounding alone are days that do not differ", () => {
  // The same loss on both days, its mark rounded: a day's return is off by 2e-16, a Sharpe over that by 5e14.
  expect(sharpe(Float64Array.of(-0.0019588407057999848, -0.001958840705799985))).toBe(0);
  // A break-even exit that nets 0, and leaves a last digit.
  expect(sortino(Float64Array.of(0.01, -1.1102230246251565e-16))).toBe(0);
});

test("maxDrawdown: the first peak is the capital, later ones the marks", () => {
  expect(maxDrawdown(MARKS, 1000)).toBeCloseTo(0.05, 12);
  expect(maxDrawdown(Float64Array.of(800, 1200, 900), 1000)).toBeCloseTo(0.25, 12);
  expect(maxDrawdown(Float64Array.of(800, 790), 1000)).toBeCloseTo(0.21, 12);
  expect(maxDrawdown(Float64Array.of(-100), 1000)).toBeCloseTo(1.1, 12);
  expect(maxDrawdown(new Float64Array(0), 1000)).toBe(0);
});

test("timeUnderWaterDays: from the close of the peak's bar to the close of the last bar below it", () => {
  expect(timeUnderWaterDays(TIMES, MARKS, 1000, 12 * HOUR)).toBe(1);
  const neverBack = Float64Array.of(1010, 1020, 1000, 969, 1000, 1019);
  expect(timeUnderWaterDays(TIMES, neverBack, 1000, 12 * HOUR)).toBe(3);
  const belowFromTheStart = Float64Array.of(999, 999, 999, 1000, 1000, 1001);
  expect(timeUnderWaterDays(TIMES, belowFromTheStart, 1000, 12 * HOUR)).toBe(1.5);
  expect(timeUnderWaterDays(TIMES, MARKS.slice().sort(), 900, 12 * HOUR)).toBe(0);
});

test("metrics: trades, exposure, turnover and growth of a run of four days", () => {
  const trades = [tradeOf(30, 1000), tradeOf(-10, 500), tradeOf(0, 200)];
  const all = metrics(runOf(trades), 1000, 12 * HOUR);
  const years = 4 / 365;
  expect(all.trades).toBe(3);
  expect(all.winRate).toBeCloseTo(1 / 3, 12);
  expect(all.expectancy).toBeCloseTo((0.03 - 0.02 + 0) / 3, 12);
  expect(all.profitFactor).toBeCloseTo(3, 12);
  expect(all.exposure).toBe(0.5);
  expect(all.turnover).toBeCloseTo((17 * 210) / (6090 / 6) / years, 8);
  expect(all.finalEquity).toBe(1071);
  expect(all.totalReturn).toBeCloseTo(0.071, 12);
  expect(all.cagr / (1.071 ** (1 / years) - 1)).toBeCloseTo(1, 12);
  expect(all.worstDay).toBeCloseTo(-0.05, 12);
  expect(Object.keys(all)).toEqual([
    ...["sharpe", "sortino", "worstDay", "maxDrawdown", "timeUnderWaterDays", "trades", "winRate", "expectancy"],
    ...["profitFactor", "exposure", "turnover", "finalEquity", "totalReturn", "cagr"],
  ]);
});

test("metrics: profitFactor is null with gains and no loss, 0 where there is neither", () => {
  const factor = (...pnls: number[]) =>
    metrics(runOf(pnls.map((pnl) => tradeOf(pnl, 100))), 1000, 12 * HOUR).profitFactor;
  expect(factor(5, 7)).toBeNull();
  expect(factor(5, 0)).toBeNull();
  expect(factor(0)).toBe(0);
  expect(factor(-5)).toBe(0);
  expect(factor()).toBe(0);
});

test("metrics: without trades, without bars and without money left", () => {
  const flat = metrics(
    {
      ...runOf(
        [],
        TIMES,
        MARKS.map(() => 1000),
      ),
      exposedBars: 0,
    },
    1000,
    12 * HOUR,
  );
  expect(flat).toEqual({
    ...{ sharpe: 0, sortino: 0, worstDay: 0, maxDrawdown: 0, timeUnderWaterDays: 0, trades: 0, winRate: 0 },
    ...{ expectancy: 0, profitFactor: 0, exposure: 0, turnover: 0, finalEquity: 1000, totalReturn: 0, cagr: 0 },
  });
  const none = new Float64Array(0);
  expect(metrics({ ...runOf([], none, none), exposedBars: 0 }, 1000, 12 * HOUR)).toEqual(flat);
  const lost = metrics(runOf([], TIMES, Float64Array.of(900, 800, 700, 500, 100, 0)), 1000, 12 * HOUR);
  expect([lost.cagr, lost.totalReturn, lost.worstDay]).toEqual([-1, -1, -1]);
});

const scenarios = fc.record({
  seed: fc.nat(),
  coins: fc.integer({ min: 1, max: 4 }),
  bars: fc.integer({ min: 1, max: 90 }),
});

test("metrics: what trades earn is what the account gains", () => {
  fc.assert(
    fc.property(scenarios, ({ seed, coins, bars }) => {
      const { coins: market, rules, account } = randomScenario(seed, coins, bars);
      const { trades, marks, metrics: all } = runMarket(market, rules, account);
      const earned = trades.reduce((sum, { pnl }) => sum + pnl, 0);
      expect(Math.abs(earned - (all.finalEquity - account.capital))).toBeLessThan(1e-8 * account.capital);
      expect(all.maxDrawdown >= 0 && all.exposure >= 0 && all.exposure <= 1 && all.winRate <= 1).toBe(true);
      expect(all.timeUnderWaterDays > 0).toBe(all.maxDrawdown > 0);
      // Funding alone can take more than there is, and below nothing a fall from a higher peak is the smaller one.
      if (Math.min(...marks) < 0) return;
      expect(all.maxDrawdown).toBeGreaterThanOrEqual(-all.totalReturn - 1e-12);
      expect(all.worstDay).toBeGreaterThanOrEqual(-all.maxDrawdown - 1e-12);
    }),
    { numRuns: 400 },
  );
});

test("metrics: a larger account changes money and no ratio", () => {
  fc.assert(
    fc.property(scenarios, fc.constantFrom(2, 1024, 0.25), ({ seed, coins, bars }, scale) => {
      const { coins: market, rules, account } = randomScenario(seed, coins, bars);
      const at = (factor: number) =>
        runMarket(market, rules, {
          ...account,
          capital: account.capital * factor,
          minNotional: account.minNotional * factor,
        }).metrics;
      const { finalEquity, ...ratios } = at(1);
      const scaled = at(scale);
      expect(scaled.finalEquity).toBe(finalEquity * scale);
      expect(scaled).toMatchObject(ratios);
    }),
    { numRuns: 200 },
  );
});
