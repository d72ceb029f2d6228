import { type DatedReturns, dailyReturns } from "../../../core/kernel/daily-returns.ts";
import type { Market } from "../../../core/kernel/market.ts";
import { type Metrics, metrics } from "../../../core/kernel/metrics.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, Exits } from "../../../core/kernel/rules.ts";
import { type Simulation, simulate } from "../../../core/kernel/simulate.ts";
import { type ProfitShares, profitShares } from "./profit-shares.ts";

const DAY_MS = 86_400_000;

/** What a sweep chooses, and what the desk trades in place of the module's own. */
export type Parameters = { exits: Exits; leverage: number };

/** One look at one window with one set of parameters. */
export type Look = {
  parameters: Parameters;
  metrics: Metrics;
  dailyReturns: DatedReturns;
  profit: ProfitShares;
  elapsedMs: number;
};

/** A look with the run behind it. */
export function lookAt(
  prepared: Prepared,
  parameters: Parameters,
  { capital, ...account }: Account,
): { look: Look; run: Simulation } {
  const startedMs = performance.now();
  const { market } = prepared;
  const run = simulate(prepared, parameters, { capital, ...account });
  const coins = market.coins.filter(({ candles }) => candles.length > 0).length;
  const look = {
    parameters,
    metrics: metrics(run, capital, market.timeframeMs),
    dailyReturns: {
      firstDayMs: firstDayOf(market),
      returns: [...dailyReturns(run.gridTime, run.marks, capital)],
    },
    profit: profitShares(run, capital, coins),
    elapsedMs: performance.now() - startedMs,
  };
  return { look, run };
}

function firstDayOf({ gridTime }: Market): number {
  return Math.floor((gridTime[0] ?? 0) / DAY_MS) * DAY_MS;
}
