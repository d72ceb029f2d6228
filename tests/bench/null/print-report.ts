import type { Output } from "../../../cli/output.ts";
import { clopperPearson } from "../../../core/statistics/clopper-pearson.ts";
import { gates } from "../../../stages/backtest/gates.ts";
import type { GateCount } from "./null-run.ts";
import type { PlantedResult } from "./planted-run.ts";
import type { Report } from "./run.ts";

/** What ask whether it is luck; the others ask whether it is worth trading. */
const LUCK_GATES = new Set(["random-entry", "permutation", "deflated"]);

/** Of all markets together, with the share of markets on which anything passed. */
export function summarize({ markets }: Pick<Report, "markets">) {
  const order = ["validate", "signals", ...gates.map(({ name }) => name)];
  const counts = order.map((gate): GateCount => {
    const rows = markets.flatMap((market) => market.gates.filter((row) => row.gate === gate));
    const sum = (of: (row: GateCount) => number) => rows.reduce((all, row) => all + of(row), 0);
    return { gate, reached: sum(({ reached }) => reached), passed: sum(({ passed }) => passed) };
  });
  const withAny = markets.filter(({ passed }) => passed.length > 0).length;
  return {
    gates: counts,
    candidates: markets.reduce((all, { generated }) => all + generated, 0),
    repeated: markets.reduce((all, { repeated }) => all + repeated, 0),
    passedAll: markets.reduce((all, { passed }) => all + passed.length, 0),
    marketsWithAny: { count: withAny, of: markets.length, ...clopperPearson(withAny, markets.length, 0.95) },
  };
}

/** The tables and sentences for people. */
export function printReport(report: Report, output: Output): void {
  const { folder, seed, timeframes, data, markets } = report;
  const { inSample, outOfSample } = data.windows;
  output.text(`${markets.length} null markets of kind (a) from ${data.coins} coins in ${folder}, seed ${seed}`);
  output.text(
    `in sample ${day(inSample.fromMs)} to ${day(inSample.toMs)}, out of sample to ${day(outOfSample.toMs)}, where the candles of ${data.coinsToTheEnd} coins end; candidates of ${timeframes.join(", ")}`,
  );
  output.text();
  printNulls(report, output);
  if (report.planted.length > 0) printPlanted(report.planted, output);
  for (const { rule, target, reason } of report.unreached) {
    output.text(`Not planted: ${rule} at Sharpe ${target}: ${reason}.`);
  }
  output.text(`${(report.elapsedMs / 60_000).toFixed(1)} min in all.`);
}

function printNulls(report: Report, output: Output): void {
  const { gates: counts, candidates, repeated, passedAll, marketsWithAny } = summarize(report);
  const { markets } = report;
  output.table(
    ["gate", "reached", "passed"],
    counts.map(({ gate, reached, passed }) => [gate, reached, passed]),
  );
  output.text();
  const unmet = counts.filter(({ reached }) => reached === 0).map(({ gate }) => gate);
  if (unmet.length > 0) output.text(`No candidate reached ${unmet.join(", ")}: of these the table says nothing.`);
  const { count, of, lower, upper } = marketsWithAny;
  const perThousand = ((1_000 * passedAll) / candidates).toFixed(2);
  output.text(
    `Passed all gates: ${passedAll} of ${candidates} candidates (${perThousand} per thousand; ${repeated} were repeats).`,
  );
  output.text(
    `Markets on which anything passed: ${count} of ${of} (95 % interval ${percent(lower)} to ${percent(upper)}); aim: at most 2 of 12; the earlier system: 82 %.`,
  );
  const best = median(markets.map(({ bestSharpe }) => bestSharpe)).toFixed(2);
  output.text(`Best Sharpe in sample of a market by luck, median: ${best}.`);
  const [benchmark, passing] = (["benchmark", "passingSharpe"] as const).map((name) =>
    median(markets.map((market) => market[name])).toFixed(2),
  );
  output.text(`The deflated gate takes it for ${benchmark}, and lets a Sharpe over both windows of ${passing} pass.`);
  const times = markets.map(({ elapsedMs }) => elapsedMs / 1_000);
  output.text(`A market takes ${median(times).toFixed(0)} s (median; ${Math.max(...times).toFixed(0)} s at most).`);
  output.text();
}

function printPlanted(planted: readonly PlantedResult[], output: Output): void {
  output.table(
    ["planted", "Sharpe", "market", "in", "out", "both", "benchmark", "deflated", "fails at"],
    planted.map((one) => [
      ...[one.rule, one.target, one.market + 1],
      ...[one.inSampleSharpe, one.outOfSampleSharpe, one.sharpe, one.benchmark].map((sharpe) => sharpe.toFixed(2)),
      one.deflated.toFixed(3),
      one.failed.map(({ gate }) => gate).join(", ") || "nothing: passes",
    ]),
  );
  output.text();
  for (const target of new Set(planted.map((one) => one.target))) {
    output.text(
      sentenceOf(
        target,
        planted.filter((one) => one.target === target),
      ),
    );
  }
}

/** What becomes of an edge of that size, and whether it is for luck or for another reason. */
function sentenceOf(target: number, lines: readonly PlantedResult[]): string {
  const passing = lines.filter(({ failed }) => failed.length === 0).length;
  const firsts = tally(
    lines.flatMap(({ failed }) => failed.slice(0, 1).map(({ gate, reason }) => `${gate} (${reason})`)),
  );
  const refused = firsts.length === 0 ? "" : ` The others end at: ${firsts.join("; ")}.`;
  const unrelated = lines.filter(
    ({ failed }) => failed.length > 0 && failed.every(({ gate }) => !LUCK_GATES.has(gate)),
  );
  const beside = unrelated.length === 0 ? "" : ` ${unrelated.length} of them pass every gate about luck.`;
  // Of a true edge, two years show more or less; what passed may be the lucky end of it.
  const [least, most] = [Math.min, Math.max].map((end) => end(...lines.map(({ sharpe }) => sharpe)).toFixed(2));
  const edge = `edge of Sharpe ${target} (in these markets, exits chosen: ${least} to ${most})`;
  if (passing > 0) {
    return `An ${edge} passes all gates ${passing} of ${lines.length} times.${refused}${beside}`;
  }
  return `At these settings an ${edge} does not pass: ${firsts.join("; ")} (of ${lines.length}).${beside}`;
}

function tally(names: readonly string[]): string[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${all.length} x ${name}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

const percent = (frac: number) => `${(100 * frac).toFixed(1)} %`;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
