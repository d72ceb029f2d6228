import type { Config } from "../../core/config/schema.ts";
import type { BacktestPace } from "../../core/db/live-record.ts";
import { maxDrawdown } from "../../core/kernel/drawdown.ts";
import { tradeMetrics } from "../../core/kernel/metrics.ts";

const DAY_MS = 86_400_000;

/** What a strategy has done on the desk. */
export type LiveRecord = {
  /** Closed ones, in the order in which they ended; money in USD. */
  trades: readonly { pnl: number; notional: number }[];
  openPositions: number;
  capitalUsd: number;
  equityUsd: number;
  peakEquityUsd: number;
  /** Time for which the desk has acted for it: a desk that stood still is not the strategy's fault. */
  actedMs: number;
};

export type Judgement = {
  /** Empty: it stays. */
  reasons: string[];
  /** Fractions are 0..1; null where the rule has not enough to go by. */
  numbers: {
    drawdown: number;
    lossesInARow: number;
    days: number;
    trades: number;
    expectancy: number;
    backtestExpectancy: number | null;
    degradation: number | null;
    expectedTrades: number | null;
    missingTrades: number | null;
  };
};

/**
 * Whether a live strategy has to go (DESIGN.md 7). Degradation is that of the expectancy per trade, since it needs no
 * equity of each day. Drawdown and losses in a row limit harm, and count from the first trade; the other two compare
 * with the backtest, and wait for evidence.
 */
export function judgeLive(
  record: LiveRecord,
  backtest: BacktestPace | null,
  rules: Config["deploy"]["retire"],
): Judgement {
  const { trades: made, expectancy } = tradeMetrics(record.trades);
  const days = record.actedMs / DAY_MS;
  const drawdown = worstDrawdown(record);
  const lossesInARow = longestLosingRun(record.trades);
  const isLongEnough = days >= rules.minDays;

  const promised = backtest !== null && backtest.expectancy > 0 ? backtest.expectancy : null;
  const degradation = promised !== null && isLongEnough && made >= rules.minTrades ? 1 - expectancy / promised : null;

  const expectedTrades = backtest === null ? null : backtest.tradesPerDay * days;
  const missingTrades =
    expectedTrades !== null && isLongEnough && expectedTrades >= rules.minTrades
      ? Math.max(0, 1 - (made + record.openPositions) / expectedTrades)
      : null;

  const reasons = [
    drawdown > rules.maxDrawdown && `drawdown ${percent(drawdown)} above ${percent(rules.maxDrawdown)}`,
    lossesInARow >= rules.lossesInARow && `${lossesInARow} losing trades in a row`,
    degradation !== null &&
      degradation > rules.degradation &&
      `expectancy ${percent(expectancy)} a trade, ${percent(degradation)} below its backtest`,
    missingTrades !== null &&
      missingTrades > rules.missingTrades &&
      `${percent(missingTrades)} of ${expectedTrades?.toFixed(0)} expected trades missing`,
  ].filter((reason) => reason !== false);
  const backtestExpectancy = backtest?.expectancy ?? null;
  const compared = { backtestExpectancy, degradation, expectedTrades, missingTrades };
  return { reasons, numbers: { drawdown, lossesInARow, days, trades: made, expectancy, ...compared } };
}

/** Of the highest equity that the desk saw to what it is, or of closed trades alone in between, whichever is worse. */
function worstDrawdown({ trades, capitalUsd, equityUsd, peakEquityUsd }: LiveRecord): number {
  let cash = capitalUsd;
  const realised = Float64Array.from(trades, ({ pnl }) => {
    cash += pnl;
    return cash;
  });
  return Math.max(maxDrawdown(realised, capitalUsd), maxDrawdown(Float64Array.of(equityUsd), peakEquityUsd));
}

function longestLosingRun(trades: LiveRecord["trades"]): number {
  let run = 0;
  let longest = 0;
  for (const { pnl } of trades) {
    run = pnl < 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}
