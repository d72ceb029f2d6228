import type { FileSweep } from "../../stages/backtest/file/job.ts";
import type { Output } from "../output.ts";
import { countOf, countText, fractionText } from "../value-text.ts";
import { exitSize, stopKind, targetKind } from "./exit-text.ts";

/** What a sweep tried, the best of it, and how the ground lies around the strategy's own exits, for people. */
export function printSweep(sweep: FileSweep, output: Output): void {
  const { combos, leftOut, axes, best } = sweep;
  output.text();
  output.text(`Sweep: ${countOf(combos, "combination")} tried around the strategy's own exits.`);
  if (leftOut > 0) {
    output.text(`${countText(leftOut)} left out: their stop lies beyond the liquidation price and never acts.`);
  }
  const [stop] = axes.stops;
  const [target] = axes.targets;
  const lines: [string, string][] = [
    ["stop", stop ? `${axes.stops.map(exitSize).join(" ")} (${stopKind(stop)})` : "none"],
    ["target", target ? `${axes.targets.map(exitSize).join(" ")} (${targetKind(target)})` : "none"],
    ["max bars", axes.maxBars.join(" ") || "none"],
    ["leverage", axes.leverages.join(" ")],
  ];
  for (const [name, values] of lines) output.text(`  ${name.padEnd(8)}  ${values}`);
  if (best.length === 0) return;
  output.text();
  printBest(best, output);
  output.text();
  printMap(sweep, output);
}

function printBest(best: FileSweep["best"], output: Output): void {
  output.text(best.length === 1 ? "By Sharpe:" : `The best ${best.length} by Sharpe:`);
  output.table(
    ["stop", "target", "bars", "leverage", "Sharpe", "return", "drawdown", "trades", "win rate"],
    best.map(({ parameters: { exits, leverage }, metrics }) => [
      exitSize(exits.stop),
      exits.takeProfit ? exitSize(exits.takeProfit) : null,
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

function printMap({ axes, map }: FileSweep, output: Output): void {
  const { across, sharpes, own } = map;
  const columns = across === "target" ? axes.targets.map(exitSize) : axes.maxBars.map(String);
  const others = across === "target" ? "max bars and leverages" : "leverages";
  const name = across === "target" ? "target" : "max bars";
  output.text(`Sharpe by stop (down) and ${name} (across), [ ] around its own exits;`);
  output.text(`each is the mean over all ${others}:`);
  const cells = sharpes.map((row, r) =>
    row.map((sharpe, c) => {
      const text = sharpe === null ? "-" : sharpe.toFixed(2);
      return r === own[0] && c === own[1] ? `[${text}]` : ` ${text} `;
    }),
  );
  const heads = columns.length === 0 ? [name] : columns.map((column) => `${column} `);
  const sizes = axes.stops.map(exitSize);
  const width = Math.max(...[...heads, ...cells.flat()].map((cell) => cell.length));
  const first = Math.max("stop".length, ...sizes.map((size) => size.length));
  output.text(`${"stop".padStart(first)} ${heads.map((head) => head.padStart(width)).join("")}`.trimEnd());
  for (const [r, row] of cells.entries()) {
    output.text(`${sizes[r]?.padStart(first)} ${row.map((cell) => cell.padStart(width)).join("")}`.trimEnd());
  }
}
