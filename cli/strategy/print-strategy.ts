import { metricRows } from "../backtest/metric-rows.ts";
import { deskFacts } from "../desk-facts.ts";
import type { Output } from "../output.ts";
import { agoText, fractionText, oneLine, usdText, utcText } from "../value-text.ts";
import type { StrategyFacts } from "./strategy-facts.ts";

/** Events of positions that people are shown at most. */
const POSITION_EVENTS = 20;

/** A strategy and its history for people. */
export function printStrategy(output: Output, facts: StrategyFacts, nowMs: number): void {
  output.text(facts.name);
  for (const [label, value] of summary(facts, nowMs)) output.text(`  ${label.padEnd(11)} ${value}`);
  printMetrics(output, facts);
  output.text();
  printEvents(output, facts);
  output.text();
  output.table(
    ["time", "trial", "verdict", "cells", "reason"],
    facts.trials.map((trial) => [
      ...[utcText(trial.at), trial.kind, trial.verdict],
      ...[trial.cells, oneLine(trial.reason ?? "")],
    ]),
  );
}

/** The desk writes hundreds: those of its positions beyond the newest are counted only, all others shown. */
function printEvents(output: Output, { events }: StrategyFacts): void {
  const ofPositions = events.filter(({ kind }) => kind.startsWith("position."));
  const left = new Set(ofPositions.slice(0, -POSITION_EVENTS));
  output.table(
    ["time", "event", "stage", "coin", "pnl", "reason"],
    events
      .filter((event) => !left.has(event))
      .map(({ at, kind, stage, reason, numbers }) => {
        const { coin, pnl } = deskFacts(numbers);
        return [utcText(at), kind, stage, coin, pnl, oneLine(reason ?? "")];
      }),
  );
  if (left.size > 0) output.text(`${left.size} older events of positions are not shown; --json has them all.`);
}

function summary(facts: StrategyFacts, nowMs: number): [label: string, value: string][] {
  const { status, rejected, live } = facts;
  const lines: [string, string | null][] = [
    ["status", status && `${status}, since ${agoText(facts.statusSince, nowMs)}`],
    ["rejected", rejected && `by ${rejected.stage} ${agoText(rejected.at, nowMs)}: ${oneLine(rejected.reason ?? "")}`],
    ["error", facts.error && oneLine(facts.error)],
    ["trades", facts.timeframe && `${facts.timeframe} ${facts.direction}, ${coins(facts.universe)}`],
    ["exits", facts.exits && JSON.stringify(facts.exits)],
    ["leverage", facts.leverage === null ? null : String(facts.leverage)],
    ["candles", candleText(facts)],
    ["score", facts.score === null ? null : facts.score.toFixed(1)],
    ["source", facts.source],
    ["lineage", facts.lineage && JSON.stringify(facts.lineage)],
    ["parameters", facts.parameters && JSON.stringify(facts.parameters)],
    [
      "live",
      live &&
        `${live.subaccount ?? "no subaccount"}, equity ${usdText(live.equity)}, drawdown ${fractionText(live.drawdown)}, ${live.openPositions} open`,
    ],
    ["code hash", facts.codeHash],
  ];
  return lines.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}

/** Whose candles the last backtest saw. */
function candleText({ events }: StrategyFacts): string | null {
  const seen = events.map(({ numbers }) => numbers as { exchange?: unknown; synthetic?: unknown } | null);
  const last = seen.findLast((numbers) => typeof numbers?.exchange === "string");
  if (!last) return null;
  return last.synthetic === true ? "SYNTHETIC: its numbers say nothing about a real market" : String(last.exchange);
}

function coins(universe: string[] | null): string {
  return universe === null ? "coins not chosen yet" : universe.join(" ");
}

/** The last backtest of each kind, side by side. */
function printMetrics(output: Output, { backtests }: StrategyFacts): void {
  const last = [...new Map(backtests.map((run) => [run.kind, run])).values()];
  if (last.length === 0) return;
  const columns = last.map(({ metrics }) => new Map(metricRows(metrics)));
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  output.text();
  output.table(
    ["metric", ...last.map(({ kind }) => kind)],
    [
      ["from", ...last.map(({ from }) => day(from))],
      ["to", ...last.map(({ to }) => day(to))],
      ["coins", ...last.map((run) => String(run.coins.length))],
      ["data", ...last.map(({ snapshotHash }) => snapshotHash.slice(0, 12))],
      ...metricRows({}).map(([name]) => [name, ...columns.map((column) => column.get(name) ?? "-")]),
    ],
  );
}
