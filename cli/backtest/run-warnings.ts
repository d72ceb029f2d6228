import { statSync } from "node:fs";
import { candleFilesIn, nameOfFile } from "../../core/market/csv-files.ts";
import type { FileRun } from "../../stages/backtest/file/job.ts";
import type { SkippedEntries } from "../../stages/backtest/file/skipped-entries.ts";

/** What a person should know of a run on files before believing it; `candles` are the paths of `--candles`. */
export async function runWarnings(run: FileRun, candles: readonly string[]): Promise<string[]> {
  const gaps = gapsText(run);
  return [
    ...(await fundingWarnings(run, candles)),
    ...(gaps === "" ? [] : [`Candles are missing: ${gaps}. A signal right before a gap is dropped.`]),
    ...skippedWarnings(run),
  ];
}

async function fundingWarnings({ coins }: FileRun, candles: readonly string[]): Promise<string[]> {
  const without = coins.filter(({ hasFunding }) => !hasFunding).map(({ coin }) => coin);
  if (without.length === 0) return [];
  const unused: string[] = [];
  for (const folder of candles.filter((path) => statSync(path).isDirectory())) {
    const files = await candleFilesIn(folder, "funding");
    if (files.some((path) => without.includes(nameOfFile(path).coin))) unused.push(folder);
  }
  const hint = unused.map((folder) => ` --funding ${folder} would use those that are there.`).join("");
  return [`No funding rates for ${without.join(", ")}: none is paid or received.${hint}`];
}

function gapsText({ coins }: FileRun): string {
  return coins
    .filter(({ gaps }) => gaps > 0)
    .map(({ coin, gaps, missingBars }) => `${coin} ${missingBars} in ${gaps} ${gaps === 1 ? "gap" : "gaps"}`)
    .join(", ");
}

function skippedWarnings({ skipped, parameters }: FileRun): string[] {
  const { minNotional, minStopFraction } = parameters;
  const meanings: Record<keyof SkippedEntries, string> = {
    "below-min-notional": `smaller than ${minNotional} USD, the least that is traded; give more --capital or --risk, or fewer --max-positions`,
    "stop-too-near": `with a stop nearer than ${minStopFraction * 100} % of the price`,
    "stop-unknown": "without a stop, since what it is measured by had no value yet",
    "target-unknown": "without a target, since what it is measured by had no value yet",
  };
  return Object.entries(skipped ?? {}).map(([reason, count]) => {
    const entries = count === 1 ? "1 entry was" : `${count} entries were`;
    return `No trade: ${entries} ${meanings[reason as keyof SkippedEntries]}.`;
  });
}
