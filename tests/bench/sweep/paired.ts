import { runNaive, runSweep } from "./engine.ts";
import { combosOf, type Job, prepareJob } from "./job.ts";

export type JobRow = {
  entriesFrac: number;
  coins: number;
  /** Of each coin. */
  bars: number;
  combos: number;
  entries: number;
  /** Medians; `ratio` is the median of the rounds' own ratios, since what slows a machine slows both of a round. */
  ms: number;
  naiveMs: number;
  ratio: number;
  bestMs: number;
  bestNaiveMs: number;
  /** Combinations times the bars of all coins. */
  combosBarsPerSec: number;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Times the sweep and the naive walk in turns; `verify` has warmed both up. */
export function timePaired(job: Job, rounds: number): JobRow {
  const ours: number[] = [];
  const naive: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Either goes first as often as the other, so that neither always finds the other's garbage.
    const naiveFirst = round % 2 === 0 ? runNaive(job).ms : null;
    const ms = runSweep(job).ms;
    const naiveMs = naiveFirst ?? runNaive(job).ms;
    ours.push(ms);
    naive.push(naiveMs);
  }
  const { coins, gridTime } = job.market;
  const ms = median(ours);
  return {
    entriesFrac: job.entriesFrac,
    coins: coins.length,
    bars: gridTime.length,
    combos: combosOf(job).length,
    entries: prepareJob(job).entries.length,
    ms,
    naiveMs: median(naive),
    ratio: median(naive.map((naiveMs, i) => naiveMs / ours[i]!)),
    bestMs: Math.min(...ours),
    bestNaiveMs: Math.min(...naive),
    combosBarsPerSec: (combosOf(job).length * coins.length * gridTime.length) / (ms / 1000),
  };
}
