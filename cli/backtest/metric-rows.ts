import type { Metrics } from "../../core/kernel/metrics.ts";
import { fractionText, usdText } from "../value-text.ts";

/** The metrics of a run for people, in the order in which they are asked for. */
export function metricRows(metrics: Metrics): [name: string, value: string][] {
  return [
    ["total return", fractionText(metrics.totalReturn)],
    ["a year (CAGR)", fractionText(metrics.cagr)],
    ["final equity, USD", usdText(metrics.finalEquity)],
    ["Sharpe", metrics.sharpe.toFixed(2)],
    ["Sortino", metrics.sortino.toFixed(2)],
    ["max drawdown", fractionText(metrics.maxDrawdown)],
    ["longest under water", `${metrics.timeUnderWaterDays.toFixed(1)} days`],
    ["worst day", fractionText(metrics.worstDay)],
    ["trades", String(metrics.trades)],
    ["win rate", fractionText(metrics.winRate)],
    ["expectancy a trade", `${(metrics.expectancy * 100).toFixed(3)}%`],
    ["profit factor", metrics.profitFactor === null ? "no loss" : metrics.profitFactor.toFixed(2)],
    ["exposure", fractionText(metrics.exposure)],
    ["turnover a year", metrics.turnover.toFixed(1)],
  ];
}
