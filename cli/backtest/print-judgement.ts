import type { Metrics } from "../../core/kernel/metrics.ts";
import type { Judgement } from "../../stages/backtest/judge-by-name.ts";
import { reasonOf } from "../../stages/backtest/records.ts";
import type { Output } from "../output.ts";
import { fractionText } from "../value-text.ts";
import { metricRows } from "./metric-rows.ts";

/** What windows and gates said of one strategy, beside buying and holding the same coins. */
export function printJudgement(name: string, { examination, data, status }: Judgement, output: Output): void {
  const { failed, numbers, met, inSample, outOfSample, degradation, scoreParts, buyAndHold, snapshotHash } =
    examination;
  for (const warning of data.warnings) output.note(warning);
  output.object({
    ...{ name, passed: failed === null, failed, numbers, gates: met },
    ...{ parameters: inSample?.parameters ?? null, inSample: inSample?.metrics ?? null },
    ...{ outOfSample: outOfSample?.metrics ?? null, degradation, scoreParts, buyAndHold },
    ...{ coins: data.coins.map(({ coin }) => coin), windows: data.windows, synthetic: data.synthetic, snapshotHash },
    ...{ status: status.after, warnings: data.warnings },
  });
  if (output.json) return;
  const { windows } = data;
  output.text(`${name}, ${data.timeframe}, ${data.coins.map(({ coin }) => coin).join(" ")}`);
  if (data.synthetic) output.text("SYNTHETIC CANDLES");
  output.text(`in sample      ${daysText(windows.inSample)}`);
  output.text(`out of sample  ${daysText(windows.outOfSample)}`);
  output.text();
  output.table(
    ["", "in sample", "out of sample"],
    [
      ...rowsOf(inSample?.metrics ?? null, outOfSample?.metrics ?? null),
      ["buy and hold", fractionText(buyAndHold.inSample), fractionText(buyAndHold.outOfSample)],
    ],
  );
  output.text();
  if (inSample)
    output.text(`Parameters: ${JSON.stringify(inSample.parameters)}, the best plateau of ${inSample.cells}.`);
  output.text();
  output.table(["gate", "number", "value", "must", "limit", ""], met.flatMap(gateRows));
  output.text();
  output.text(failed === null ? "Passed every gate." : `Failed at ${reasonOf(examination)}.`);
  if (failed !== null)
    output.table(
      ["number", "value"],
      Object.entries(numbers[failed.gate] ?? {}).map(([what, value]) => [what, numberText(value)]),
    );
  if (status.before !== status.after) output.text(status.after ? `It is ${status.after} now.` : "Its row is deleted.");
}

/** A row for each number that a gate has a limit for. */
function gateRows({ gate, checks }: Judgement["examination"]["met"][number]) {
  return checks.map(({ what, value, must, limit, passed }, i) => [
    ...[i === 0 ? gate : "", what, numberText(value), must, numberText(limit)],
    passed ? "" : "FAILED",
  ]);
}

/** Counts as they are, all else to four digits: fractions, Sharpes and probabilities stand in one column. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

function daysText({ fromMs, toMs }: { fromMs: number; toMs: number }): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return `${day(fromMs)} to ${day(toMs)}`;
}

function rowsOf(inSample: Metrics | null, outOfSample: Metrics | null): [string, string, string][] {
  const [first, second] = [inSample, outOfSample].map((metrics) => new Map(metrics && metricRows(metrics)));
  return [...(first?.keys() ?? [])].map((name) => [name, first?.get(name) ?? "-", second?.get(name) ?? "-"]);
}
