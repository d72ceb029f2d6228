import type { Masks } from "../../../core/kernel/candles.ts";
import { dailyReturns } from "../../../core/kernel/daily-returns.ts";
import type { Market } from "../../../core/kernel/market.ts";
import { tradeMetrics } from "../../../core/kernel/metrics.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import { sharpe } from "../../../core/kernel/sharpe.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import type { SweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import { marketWindow, type Period, prepareWindow } from "../../../core/kernel/window.ts";
import { chooseExits, momentsOf, type Workshop } from "./choose-exits.ts";

const DAY_MS = 86_400_000;

export type WalkForward = {
  /** Of all test parts joined. */
  trades: number;
  expectancy: number;
  sharpe: number;
  /** Test parts. */
  windows: number;
  /** Combinations tried in all sweeps, and the moments of their Sharpes. */
  cells: number;
  sharpeMean: number;
  sharpeVariance: number;
};

type Walked = {
  market: Market;
  /** In sample: what lies behind it is looked at once, by another gate. */
  period: Period;
  masks: readonly Masks[];
  rules: TradingRules;
  grid: SweepGrid;
  account: Account;
};

/**
 * Exits chosen anew on the `trainParts` before each test part and traded on it, with an account that begins flat. Parts
 * are made and dropped one after the other: few strategies come so far, and together they would be as large as the
 * market.
 */
export function walkForward(
  { market, period, masks, rules, grid, account }: Walked,
  { parts, trainParts }: { parts: number; trainParts: number },
  { relieve, tell }: Workshop,
): WalkForward {
  const edges = equalParts(period, parts);
  const trades: Trade[] = [];
  const returns: number[] = [];
  const sharpes: number[] = [];
  for (const [i, test] of edges.entries()) {
    const first = edges[i - trainParts];
    if (first === undefined) continue;
    tell?.({ step: "walk-forward", done: i - trainParts + 1, of: parts - trainParts });
    const train = prepareWindow(marketWindow(market, { fromMs: first.fromMs, toMs: test.fromMs }), masks, rules);
    const choice = chooseExits(train, grid, account, { relieve });
    sharpes.push(...choice.sharpes);
    const run = simulate(prepareWindow(marketWindow(market, test), masks, rules), choice.parameters, account);
    trades.push(...run.trades);
    returns.push(...dailyReturns(run.gridTime, run.marks, account.capital));
    relieve();
  }
  return {
    trades: trades.length,
    expectancy: tradeMetrics(trades).expectancy,
    sharpe: sharpe(Float64Array.from(returns)),
    windows: parts - trainParts,
    cells: sharpes.length,
    ...momentsOf(sharpes),
  };
}

/** Parts of whole days that differ by one at most. */
export function equalParts({ fromMs, toMs }: Period, parts: number): Period[] {
  const days = Math.round((toMs - fromMs) / DAY_MS);
  const edge = (part: number) => fromMs + Math.round((days * part) / parts) * DAY_MS;
  return Array.from({ length: parts }, (_, part) => ({ fromMs: edge(part), toMs: edge(part + 1) }));
}
