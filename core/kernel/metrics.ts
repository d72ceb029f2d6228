import { dailyReturns } from "./daily-returns.ts";
import { maxDrawdown, timeUnderWaterDays } from "./drawdown.ts";
import type { Trade } from "./position.ts";
import { sharpe, sortino } from "./sharpe.ts";

const YEAR_MS = 365 * 86_400_000;

/** EXECUTION.md 7, field by field, nothing rounded. Fractions are 0..1, money in USD. */
export type Metrics = {
  sharpe: number;
  sortino: number;
  worstDay: number;
  maxDrawdown: number;
  timeUnderWaterDays: number;
  trades: number;
  winRate: number;
  expectancy: number;
  /** `null` with gains and no loss. */
  profitFactor: number | null;
  exposure: number;
  turnover: number;
  finalEquity: number;
  totalReturn: number;
  cagr: number;
};

/** What metrics are taken from: a simulation, or what a desk has recorded in the same form. */
export type Run = {
  readonly trades: readonly Trade[];
  readonly gridTime: Float64Array;
  readonly marks: Float64Array;
  readonly exposedBars: number;
};

type TradeMetrics = Pick<Metrics, "trades" | "winRate" | "expectancy" | "profitFactor">;

/** The part of the metrics that closed trades alone decide. */
export function tradeMetrics(trades: readonly Pick<Trade, "pnl" | "notional">[]): TradeMetrics {
  if (trades.length === 0) return { trades: 0, winRate: 0, expectancy: 0, profitFactor: 0 };
  let wins = 0;
  let returns = 0;
  let gains = 0;
  let losses = 0;
  for (const { pnl, notional } of trades) {
    returns += pnl / notional;
    if (pnl > 0) {
      wins++;
      gains += pnl;
    } else {
      losses -= pnl;
    }
  }
  const withoutLoss = gains > 0 ? null : 0;
  return {
    trades: trades.length,
    winRate: wins / trades.length,
    expectancy: returns / trades.length,
    profitFactor: losses > 0 ? gains / losses : withoutLoss,
  };
}

/** Value traded at entries and exits over mean equity, a year; 0 without trades. */
function turnover(run: Run, years: number): number {
  if (run.trades.length === 0) return 0;
  let traded = 0;
  for (const trade of run.trades) traded += trade.quantity * (trade.entryPrice + trade.exitPrice);
  let marks = 0;
  for (let g = 0; g < run.marks.length; g++) marks += run.marks[g]!;
  return traded / (marks / run.marks.length) / years;
}

function cagr(growth: number, years: number): number {
  if (growth <= 0) return -1;
  // Without bars there is no time in which to grow.
  return years > 0 ? growth ** (1 / years) - 1 : 0;
}

/** All metrics of a run that began with `capital` on bars of `timeframeMs`. */
export function metrics(run: Run, capital: number, timeframeMs: number): Metrics {
  const { gridTime, marks } = run;
  const bars = gridTime.length;
  const years = bars === 0 ? 0 : (gridTime[bars - 1]! + timeframeMs - gridTime[0]!) / YEAR_MS;
  const returns = dailyReturns(gridTime, marks, capital);
  const finalEquity = bars === 0 ? capital : marks[bars - 1]!;
  return {
    sharpe: sharpe(returns),
    sortino: sortino(returns),
    worstDay: returns.length === 0 ? 0 : returns.reduce((worst, day) => Math.min(worst, day)),
    maxDrawdown: maxDrawdown(marks, capital),
    timeUnderWaterDays: timeUnderWaterDays(gridTime, marks, capital, timeframeMs),
    ...tradeMetrics(run.trades),
    exposure: bars === 0 ? 0 : run.exposedBars / bars,
    turnover: turnover(run, years),
    finalEquity,
    totalReturn: finalEquity / capital - 1,
    cagr: cagr(finalEquity / capital, years),
  };
}
