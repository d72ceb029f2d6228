import type { FileRun } from "../../stages/backtest/file/job.ts";
import type { Output } from "../output.ts";
import { countOf, minuteText } from "../value-text.ts";
import { metricRows } from "./metric-rows.ts";
import { printSweep } from "./print-sweep.ts";
import { printTrades } from "./print-trades.ts";

/** A run on files: one JSON object, or tables for people. What is wrong with it goes to stderr either way. */
export function printFileRun(run: FileRun, output: Output, warnings: readonly string[]): void {
  for (const warning of warnings) output.note(warning);
  const { name, timeframe, coins, parameters, metrics, trades, sweep, elapsedMs } = run;
  output.object({
    ...{ name, timeframe, coins, parameters, metrics },
    ...(trades && { trades }),
    ...sweep,
    ...{ warnings, elapsedMs },
  });
  if (output.json) return;
  output.text(`${name}, ${timeframe}, ${coins.map(({ coin }) => coin).join(" ")}`);
  output.text(periodText(run));
  output.text();
  output.table(["metric", "value"], metricRows(metrics));
  if (trades) printTrades(trades, timeframe, output);
  if (sweep) printSweep(sweep, output);
}

function periodText({ coins }: FileRun): string {
  const first = coins.flatMap(({ firstMs }) => firstMs ?? []);
  const last = coins.flatMap(({ lastMs }) => lastMs ?? []);
  if (first.length === 0) return "no candles";
  const bars = coins.reduce((sum, coin) => sum + coin.bars, 0);
  return `${countOf(bars, "candle")} from ${minuteText(Math.min(...first))} to ${minuteText(Math.max(...last))} UTC`;
}
