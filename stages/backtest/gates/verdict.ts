import type { Metrics } from "../../../core/kernel/metrics.ts";
import { shareHalfWidth } from "../../../core/statistics/share-interval.ts";
import type { RunThresholds } from "../settings.ts";

/** One number against one limit. NaN passes none. */
export type Check = {
  what: string;
  value: number;
  must: "be at least" | "be at most" | "be above" | "be below";
  limit: number;
  passed: boolean;
};

/** What a gate says: passed without a reason, or failed with one that is the same for all that fail alike. */
export type Verdict = { reason: string | null; numbers: Record<string, number>; checks: readonly Check[] };

export const atLeast = (what: string, value: number, limit: number): Check => ({
  ...{ what, value, must: "be at least", limit },
  passed: value >= limit,
});

export const atMost = (what: string, value: number, limit: number): Check => ({
  ...{ what, value, must: "be at most", limit },
  passed: value <= limit,
});

export const above = (what: string, value: number, limit: number): Check => ({
  ...{ what, value, must: "be above", limit },
  passed: value > limit,
});

export const below = (what: string, value: number, limit: number): Check => ({
  ...{ what, value, must: "be below", limit },
  passed: value < limit,
});

const MISSED = { "be at least": "below", "be at most": "above", "be above": "not above", "be below": "not below" };

/** The first check that fails is the reason. */
export function verdictOf(checks: readonly Check[], numbers: Record<string, number>): Verdict {
  const missed = checks.find(({ passed }) => !passed);
  return { reason: missed ? `${missed.what} ${MISSED[missed.must]} ${missed.limit}` : null, numbers, checks };
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
