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

/** What the metrics of trades are made of, each summed in the order of entry. */
type TradeSums = { trades: number; wins: number; returns: number; gains: number; losses: number };

/** The part of the metrics that closed trades alone decide. */
export function tradeMetrics(trades: readonly Pick<Trade, "pnl" | "notional">[]): TradeMetrics {
  const sums: TradeSums = { trades: trades.length, wins: 0, returns: 0, gains: 0, losses: 0 };
  for (const { pnl, notional } of trades) addTrade(sums, pnl, notional);
  return metricsOfTrades(sums);
}

function addTrade(sums: TradeSums, pnl: number, notional: number): void {
  sums.returns += pnl / notional;
  if (pnl > 0) {
    sums.wins++;
    sums.gains += pnl;
  } else {
    sums.losses -= pnl;
  }
}

function metricsOfTrades({ trades, wins, returns, gains, losses }: TradeSums): TradeMetrics {
  if (trades === 0) return { trades: 0, winRate: 0, expectancy: 0, profitFactor: 0 };
  const withoutLoss = gains > 0 ? null : 0;
  return {
    trades,
    winRate: wins / trades,
    expectancy: returns / trades,
    profitFactor: losses > 0 ? gains / losses : withoutLoss,
  };
}

function cagr(growth: number, years: number): number {
  if (growth <= 0) return -1;
  // Without bars there is no time in which to grow.
  return years > 0 ? growth ** (1 / years) - 1 : 0;
}

/** What all metrics follow from, whether it was gathered mark by mark or in a sweep. */
export type RunSums = {
  readonly capital: number;
  /** Length of the grid, and from its first open to its last close. */
  readonly bars: number;
  readonly periodMs: number;
  readonly dailyReturns: Float64Array;
  readonly maxDrawdown: number;
  readonly timeUnderWaterDays: number;
  readonly trades: TradeSums;
  /** Value traded at entries and exits. */
  readonly traded: number;
  readonly markSum: number;
  readonly exposedBars: number;
  readonly finalEquity: number;
};

function worstOf(returns: Float64Array): number {
  if (returns.length === 0) return 0;
  let worst = returns[0]!;
  for (let day = 1; day < returns.length; day++) if (returns[day]! < worst) worst = returns[day]!;
  return worst;
}

export function metricsOf(run: RunSums): Metrics {
  const { capital, bars, dailyReturns: returns, finalEquity } = run;
  const years = run.periodMs / YEAR_MS;
  return {
    sharpe: sharpe(returns),
    sortino: sortino(returns),
    worstDay: worstOf(returns),
    maxDrawdown: run.maxDrawdown,
    timeUnderWaterDays: run.timeUnderWaterDays,
    ...metricsOfTrades(run.trades),
    exposure: bars === 0 ? 0 : run.exposedBars / bars,
    turnover: run.trades.trades === 0 ? 0 : run.traded / (run.markSum / bars) / years,
    finalEquity,
    totalReturn: finalEquity / capital - 1,
    cagr: cagr(finalEquity / capital, years),
  };
}

/** All metrics of a run that began with `capital` on bars of `timeframeMs`. */
export function metrics(run: Run, capital: number, timeframeMs: number): Metrics {
  const { gridTime, marks } = run;
  const bars = gridTime.length;
  const trades: TradeSums = { trades: run.trades.length, wins: 0, returns: 0, gains: 0, losses: 0 };
  let traded = 0;
  for (const { pnl, notional, quantity, entryPrice, exitPrice } of run.trades) {
    addTrade(trades, pnl, notional);
    traded += quantity * (entryPrice + exitPrice);
  }
  let markSum = 0;
  for (let g = 0; g < bars; g++) markSum += marks[g]!;
  return metricsOf({
    ...{ capital, bars, trades, traded, markSum, exposedBars: run.exposedBars },
    periodMs: bars === 0 ? 0 : gridTime[bars - 1]! + timeframeMs - gridTime[0]!,
    dailyReturns: dailyReturns(gridTime, marks, capital),
    maxDrawdown: maxDrawdown(marks, capital),
    timeUnderWaterDays: timeUnderWaterDays(gridTime, marks, capital, timeframeMs),
    finalEquity: bars === 0 ? capital : marks[bars - 1]!,
  });
}
