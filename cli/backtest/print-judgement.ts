import type { Metrics } from "../../core/kernel/metrics.ts";
import type { Period } from "../../core/kernel/window.ts";
import type { Check } from "../../stages/backtest/gates/verdict.ts";
import type { Judgement } from "../../stages/backtest/judge-by-name.ts";
import { reasonOf } from "../../stages/backtest/records.ts";
import type { Output } from "../output.ts";
import { countOf, countText, fractionText } from "../value-text.ts";
import { exitSize, stopKind, targetKind } from "./exit-text.ts";
import { metricRows } from "./metric-rows.ts";

const DAY_MS = 86_400_000;

/** What windows and gates said of one strategy, beside buying and holding the same coins. */
export function printJudgement(name: string, { examination, data, status }: Judgement, output: Output): void {
  const { failed, numbers, met, notMet, inSample, outOfSample, degradation, scoreParts, buyAndHold, snapshotHash } =
    examination;
  for (const warning of data.warnings) output.note(warning);
  output.object({
    ...{ name, passed: failed === null, failed, numbers, gates: met, notMet },
    ...{ parameters: inSample?.parameters ?? null, inSample: inSample?.metrics ?? null },
    ...{ outOfSample: outOfSample?.metrics ?? null, degradation, scoreParts, buyAndHold },
    ...{ coins: data.coins.map(({ coin }) => coin), windows: data.windows, synthetic: data.synthetic, snapshotHash },
    ...{ status: status.after, warnings: data.warnings },
  });
  if (output.json) return;
  const { windows } = data;
  output.text(`${name}, ${data.timeframe}, ${data.coins.map(({ coin }) => coin).join(" ")}`);
  if (data.synthetic) output.text("SYNTHETIC CANDLES");
  output.text(`in sample      ${periodText(windows.inSample)}`);
  output.text(`out of sample  ${periodText(windows.outOfSample)}`);
  printLooks(examination, output);
  output.text();
  printGates(examination, output);
  output.text();
  printEnd(examination, output);
  if (status.before !== status.after) output.text(status.after ? `It is ${status.after} now.` : "Its row is deleted.");
}

/** Both windows side by side, and what was traded in them. */
function printLooks({ inSample, outOfSample, buyAndHold }: Judgement["examination"], output: Output): void {
  output.text();
  output.table(
    ["", "in sample", "out of sample"],
    [
      ...rowsOf(inSample?.metrics ?? null, outOfSample?.metrics ?? null),
      ["buy and hold", fractionText(buyAndHold.inSample), fractionText(buyAndHold.outOfSample)],
    ],
  );
  if (inSample === null) return;
  const { exits, leverage } = inSample.parameters;
  const { stop, takeProfit, maxBars } = exits;
  output.text();
  output.text(`Traded with the best plateau of ${countOf(inSample.cells, "combination")} in sample:`);
  output.text(`  stop      ${exitSize(stop)} (${stopKind(stop)})`);
  output.text(`  target    ${takeProfit ? `${exitSize(takeProfit)} (${targetKind(takeProfit)})` : "none"}`);
  output.text(`  max bars  ${maxBars ?? "none"}`);
  output.text(`  leverage  ${leverage}`);
}

/** Every gate in order, and below each that it met a line for each number that there is a limit for. */
function printGates({ met, notMet }: Judgement["examination"], output: Output): void {
  const rows = met.flatMap(({ gate, checks }) => [
    [gate, "", "", checks.every(({ passed }) => passed) ? "passed" : "FAILED"],
    ...checks.map(checkRow),
  ]);
  const others = notMet.map((gate) => [gate, "", "", "not met"]);
  output.table(["gate", "value", "limit", ""], [...rows, ...others]);
}

const SIGNS: Record<Check["must"], string> = {
  "be at least": ">=",
  "be at most": "<=",
  "be above": ">",
  "be below": "<",
};

function checkRow({ what, value, must, limit, passed }: Check): string[] {
  return [`  ${what}`, numberText(value), `${SIGNS[must]} ${numberText(limit)}`, passed ? "" : "FAILED"];
}

/** The verdict; of a no, every number of the gate that said it. */
function printEnd(examination: Judgement["examination"], output: Output): void {
  const { failed, numbers } = examination;
  output.text(failed === null ? "Passed every gate." : `Failed at ${reasonOf(examination)}.`);
  const rows = Object.entries(numbers[failed?.gate ?? ""] ?? {}).map(([what, value]) => [what, numberText(value)]);
  if (rows.length > 0) output.table(["number", "value"], rows);
}

/** Counts as they are, all else to four digits: fractions, Sharpes and probabilities stand in one column. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

/** The days of a window, the last one included. */
function periodText({ fromMs, toMs }: Period): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return `${day(fromMs)} to ${day(toMs - DAY_MS)}, ${countText((toMs - fromMs) / DAY_MS)} days`;
}

function rowsOf(inSample: Metrics | null, outOfSample: Metrics | null): [string, string, string][] {
  const [first, second] = [inSample, outOfSample].map((metrics) => new Map(metrics && metricRows(metrics)));
  return [...(first?.keys() ?? [])].map((name) => [name, first?.get(name) ?? "-", second?.get(name) ?? "-"]);
}
