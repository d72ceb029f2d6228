import type { Output } from "../output.ts";
import { agoText, countOf, fractionText, usdText, utcText } from "../value-text.ts";
import { type CandleMarks, syntheticMark } from "./candle-marks.ts";
import type { Status } from "./read-status.ts";

/** The status as lines and tables for people. */
export function printStatus(output: Output, status: Status): void {
  const ago = (ms: number | null) => agoText(ms, status.at);
  output.text(utcText(status.at));
  output.text(
    status.dryRun
      ? "Dry run: the desk trades on paper."
      : "dryRun is false: trading money is not built yet, so deploy and execute refuse.",
  );
  const synthetic = syntheticMark(status.candles);
  if (synthetic !== null) output.text(`${synthetic}: what they show says nothing about a real market.`);
  for (const line of candleLines(status.candles, ago)) output.text(line);
  output.text();
  output.table(["status", "strategies"], Object.entries(status.counts));
  output.text();
  output.table(
    ["stage", "enabled", "running", "last activity", "processed 24h", "rejected 24h", "failed 24h"],
    status.stages.map((stage) => [
      stage.name,
      stage.enabled ? "yes" : "no",
      stage.running ? "yes" : "no",
      stage.lastActivityAt === null ? null : ago(stage.lastActivityAt),
      stage.processed24h,
      stage.rejected24h,
      stage.failed24h,
    ]),
  );
  output.text();
  if (status.live.length === 0) output.text("Nothing is live.");
  else {
    output.table(
      ["live", "subaccount", "equity", "drawdown", "open", "open pnl", "today"],
      status.live.map((live) => [
        live.name,
        live.subaccount,
        usdText(live.equity),
        fractionText(live.drawdown),
        live.openPositions,
        usdText(live.openPnl),
        usdText(live.todayPnl),
      ]),
    );
  }
  output.text();
  if (status.alerts.length === 0) output.text("No alerts.");
  for (const { level, message, since } of status.alerts) {
    output.text(`${level}: ${message}${since === null ? "" : ` (since ${ago(since)})`}`);
  }
}

/** Whose candles the stages use, how old they are, and what beside them lies unused. */
function candleLines({ series, used }: CandleMarks, ago: (ms: number | null) => string): string[] {
  const lines = used.map((one) => {
    const kind = one.synthetic && one.exchange !== "synthetic" ? " (synthetic)" : "";
    const amount = `${countOf(one.series, "file")}, the newest candle opened ${ago(one.newestAt)}`;
    return `Candles: ${one.exchange}${kind} for ${one.timeframes.join(" ")}, ${amount}.`;
  });
  const unused = series - used.reduce((sum, one) => sum + one.series, 0);
  if (used.length === 0) {
    lines.push("No candles yet: `sixbtc data fetch` gets them, `sixbtc data import DIR` takes over files.");
  }
  if (unused > 0) lines.push(`${countOf(unused, "file")} of other exchanges: no stage uses them.`);
  return lines;
}
