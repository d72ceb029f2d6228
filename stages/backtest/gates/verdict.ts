import type { Metrics } from "../../../core/kernel/metrics.ts";
import { shareHalfWidth } from "../../../core/statistics/share-interval.ts";
import type { RunThresholds } from "../settings.ts";

/** What a gate says: passed without a reason, or failed with one that is the same for all that fail alike. */
export type Verdict = { reason: string | null; numbers: Record<string, number> };

/** One number against one limit. */
type Check = { what: string; passed: boolean };

/** A number at the limit passes, NaN does not. */
export const atLeast = (what: string, value: number, limit: number): Check => ({
  what: `${what} below ${limit}`,
  passed: value >= limit,
});

export const atMost = (what: string, value: number, limit: number): Check => ({
  what: `${what} above ${limit}`,
  passed: value <= limit,
});

/** The first check that fails is the reason. */
export function verdictOf(checks: readonly Check[], numbers: Record<string, number>): Verdict {
  return { reason: checks.find(({ passed }) => !passed)?.what ?? null, numbers };
}

/** The thresholds that both windows share. */
export function runChecks(
  metrics: Metrics,
  limits: RunThresholds,
): { checks: Check[]; numbers: Record<string, number> } {
  const { trades, sharpe, winRate, expectancy, maxDrawdown } = metrics;
  const winRateHalfWidth = shareHalfWidth(winRate, trades);
  const checks = [
    atLeast("trades", trades, limits.minTrades),
    atLeast("Sharpe", sharpe, limits.minSharpe),
    atLeast("win rate", winRate, limits.minWinRate),
    atLeast("expectancy", expectancy, limits.minExpectancy),
    atMost("drawdown", maxDrawdown, limits.maxDrawdown),
    atMost("half-width of the win rate's interval", winRateHalfWidth, limits.maxWinRateHalfWidth),
  ];
  return { checks, numbers: { trades, sharpe, winRate, expectancy, maxDrawdown, winRateHalfWidth } };
}
