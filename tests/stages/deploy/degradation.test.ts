import { expect, test } from "bun:test";
import fc from "fast-check";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { judgeLive, type LiveRecord } from "../../../stages/deploy/degradation.ts";

const { retire: rules } = (await loadConfig(SHIPPED_CONFIG)).deploy;
const DAY_MS = 86_400_000;
/** One trade a day, 10 USD on 1,000 each. */
const BACKTEST = { expectancy: 0.01, tradesPerDay: 1 };

function record(pnls: number[], more: Partial<LiveRecord> = {}): LiveRecord {
  const equityUsd = 10_000 + pnls.reduce((sum, pnl) => sum + pnl, 0);
  return {
    trades: pnls.map((pnl) => ({ pnl, notional: 1000 })),
    ...{ openPositions: 0, capitalUsd: 10_000, equityUsd, peakEquityUsd: Math.max(10_000, equityUsd) },
    actedMs: pnls.length * DAY_MS,
    ...more,
  };
}

const reasons = (of: LiveRecord) => judgeLive(of, BACKTEST, rules).reasons;
const repeat = (n: number, ...pnls: number[]) => Array.from({ length: n }, () => pnls).flat();

test("degradation: more than half of the expectancy missing retires, exactly half does not", () => {
  expect(reasons(record(repeat(10, 20, -10)))).toEqual([]);
  const worse = judgeLive(record(repeat(10, 20, -10.5)), BACKTEST, rules);
  expect(worse.reasons).toEqual(["expectancy 0.5 % a trade, 52.5 % below its backtest"]);
  expect(worse.numbers).toMatchObject({
    trades: 20,
    expectancy: expect.closeTo(0.00475, 12),
    backtestExpectancy: 0.01,
  });
});

test("degradation: is not looked at before there are enough trades and enough days", () => {
  const bad = repeat(10, 5, -6);
  expect(reasons(record(bad))).not.toEqual([]);
  expect(reasons(record(bad.slice(1)))).toEqual([]);
  expect(judgeLive(record(bad.slice(1)), BACKTEST, rules).numbers.degradation).toBeNull();
  expect(reasons(record(bad, { actedMs: 13.9 * DAY_MS }))).toEqual([]);
  expect(reasons(record(bad, { actedMs: 14 * DAY_MS }))).not.toEqual([]);
});

test("degradation: a fall of the equity above the limit retires at once, realised or not", () => {
  expect(reasons(record([], { equityUsd: 9000, peakEquityUsd: 12_000 }))).toEqual([]);
  expect(reasons(record([], { equityUsd: 8999, peakEquityUsd: 12_000 }))).toEqual(["drawdown 25.0 % above 25.0 %"]);
  // It came back before anybody looked: the closed trades remember.
  expect(reasons(record([2000, -3001, 4000]))).toEqual(["drawdown 25.0 % above 25.0 %"]);
  expect(reasons(record([2000, -3000, 4000]))).toEqual([]);
});

test("degradation: ten losing trades in a row retire, whatever came after; a trade of nothing ends the run", () => {
  expect(reasons(record([...repeat(10, -1), 5]))).toEqual(["10 losing trades in a row"]);
  expect(reasons(record([...repeat(9, -1), 5, ...repeat(9, -1)]))).toEqual([]);
  expect(reasons(record([...repeat(9, -1), 0, ...repeat(9, -1)]))).toEqual([]);
});

test("degradation: half of the expected trades missing retires; open positions are trades that began", () => {
  const pnls = repeat(9, 20);
  const forTwentyDays = { actedMs: 20 * DAY_MS };
  expect(reasons(record(pnls, forTwentyDays))).toEqual(["55.0 % of 20 expected trades missing"]);
  expect(reasons(record(pnls, { ...forTwentyDays, openPositions: 1 }))).toEqual([]);
  // Nineteen expected are too few to miss any.
  expect(reasons(record([], { actedMs: 19 * DAY_MS }))).toEqual([]);
  expect(reasons(record([], { actedMs: 0 }))).toEqual([]);
});

test("degradation: without a backtest to compare with, only the limits of harm count", () => {
  const bad = record(repeat(5, 5, -6), { actedMs: 100 * DAY_MS });
  expect(judgeLive(bad, null, rules)).toMatchObject({
    reasons: [],
    numbers: { degradation: null, missingTrades: null },
  });
  expect(judgeLive(record(repeat(10, -1)), null, rules).reasons).toEqual(["10 losing trades in a row"]);
});

test("degradation: who does at least as well as its backtest, without a bad run, stays", () => {
  const steady = fc.array(fc.double({ min: 10, max: 500, noNaN: true }), { minLength: 1, maxLength: 100 });
  fc.assert(fc.property(steady, (pnls) => expect(reasons(record(pnls))).toEqual([])));
});
