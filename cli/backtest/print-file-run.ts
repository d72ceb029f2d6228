import type { Trade } from "../../core/kernel/position.ts";
import type { Exits } from "../../core/kernel/rules.ts";
import type { FileRun, FileSweep } from "../../stages/backtest/file/job.ts";
import type { Output } from "../output.ts";
import { fractionText, utcText } from "../value-text.ts";
import { metricRows } from "./metric-rows.ts";

/** A run on files: one JSON object, or tables for people. What is wrong with it goes to stderr either way. */
export function printFileRun(run: FileRun, output: Output, warnings: readonly string[]): void {
  for (const warning of warnings) output.note(warning);
  const { name, timeframe, coins, parameters, metrics, trades, sweep, elapsedMs } = run;
  output.object({
    ...{ name, timeframe, coins, parameters, metrics },
    ...(trades && { trades }),
    ...(sweep && { combos: sweep.combos, combosLeftOut: sweep.leftOut, best: sweep.best }),
    ...{ warnings, elapsedMs },
  });
  if (output.json) return;
  output.text(`${name}, ${timeframe}, ${coins.map(({ coin }) => coin).join(" ")}, ${periodText(run)}`);
  output.text();
  output.table(["metric", "value"], metricRows(metrics));
  if (trades) printTrades(trades, output);
  if (sweep) printSweep(sweep, output);
}

function periodText({ coins }: FileRun): string {
  const first = coins.flatMap(({ firstMs }) => firstMs ?? []);
  const last = coins.flatMap(({ lastMs }) => lastMs ?? []);
  if (first.length === 0) return "no candles";
  const bars = coins.reduce((sum, coin) => sum + coin.bars, 0);
  return `${bars} ${bars === 1 ? "candle" : "candles"} from ${utcText(Math.min(...first))} to ${utcText(Math.max(...last))}`;
}

function printTrades(trades: readonly Trade[], output: Output): void {
  output.text();
  output.table(
    ["entry", "exit", "coin", "direction", "entry price", "exit price", "notional", "pnl", "reason"],
    trades.map((trade) => [
      utcText(trade.entryTime),
      utcText(trade.exitTime),
      trade.coin,
      trade.direction,
      Number(trade.entryPrice.toPrecision(7)),
      Number(trade.exitPrice.toPrecision(7)),
      Number(trade.notional.toFixed(2)),
      Number(trade.pnl.toFixed(2)),
      trade.reason,
    ]),
  );
}

function printSweep({ combos, leftOut, best }: FileSweep, output: Output): void {
  output.text();
  const without = leftOut === 0 ? "" : `, ${leftOut} left out (their stop lies beyond liquidation)`;
  output.text(`The best ${best.length} of ${combos} combinations${without}:`);
  output.table(
    ["stop", "target", "max bars", "leverage", "Sharpe", "return", "drawdown", "trades", "win rate"],
    best.map(({ parameters: { exits, leverage }, metrics }) => [
      partText(exits.stop),
      exits.takeProfit ? partText(exits.takeProfit) : "-",
      exits.maxBars ?? null,
      leverage,
      metrics.sharpe.toFixed(2),
      fractionText(metrics.totalReturn),
      fractionText(metrics.maxDrawdown),
      metrics.trades,
      fractionText(metrics.winRate),
    ]),
  );
}

/** `atr 14 × 2`, `percent 0.02`. */
function partText(part: Exits["stop"] | NonNullable<Exits["takeProfit"]>): string {
  const { kind, ...numbers } = part;
  return [kind, ...Object.values(numbers).map((value) => Number(value.toPrecision(4)))].join(" ");
}
