import type { Metrics } from "../../core/kernel/metrics.ts";
import { fractionText, usdText } from "../value-text.ts";

const days = (value: number) => `${value.toFixed(1)} days`;
const fixed = (digits: number) => (value: number) => value.toFixed(digits);

const ROWS: readonly [name: string, key: keyof Metrics, text: (value: number) => string][] = [
  ["total return", "totalReturn", fractionText],
  ["a year (CAGR)", "cagr", fractionText],
  ["final equity, USD", "finalEquity", usdText],
  ["Sharpe", "sharpe", fixed(2)],
  ["Sortino", "sortino", fixed(2)],
  ["max drawdown", "maxDrawdown", fractionText],
  ["longest under water", "timeUnderWaterDays", days],
  ["worst day", "worstDay", fractionText],
  ["trades", "trades", String],
  ["win rate", "winRate", fractionText],
  ["expectancy a trade", "expectancy", (value) => `${(value * 100).toFixed(3)}%`],
  ["profit factor", "profitFactor", fixed(2)],
  ["exposure", "exposure", fractionText],
  ["turnover a year", "turnover", fixed(1)],
];

/** The metrics of a run, or what the database has of them, for people, in the order in which they are asked for. */
export function metricRows(metrics: { [K in keyof Metrics]?: unknown }): [name: string, value: string][] {
  return ROWS.map(([name, key, text]) => {
    const value = metrics[key];
    if (key === "profitFactor" && value === null) return [name, "no loss"];
    return [name, typeof value === "number" ? text(value) : "-"];
  });
}
