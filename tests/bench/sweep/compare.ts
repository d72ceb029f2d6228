import type { Metrics } from "../../../core/kernel/metrics.ts";
import { runNaive, runSweep } from "./engine.ts";
import { combosOf, type Job } from "./job.ts";

const TOLERANCE = 1e-9;
/** Below this a value counts as one of this size: what is left of numbers of the order of 1 has no more digits. */
const SMALLEST = 1e-3;

/** The first metric that is not the same within 1e-9, trades exactly, in words; `null` where there is none. */
export function firstDifference(actual: Metrics, expected: Metrics): string | null {
  for (const name of Object.keys(expected) as (keyof Metrics)[]) {
    const a = actual[name];
    const b = expected[name];
    if (a === b) continue;
    const isClose =
      name !== "trades" &&
      a !== null &&
      b !== null &&
      Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b), SMALLEST);
    if (!isClose) return `${name} is ${a} instead of ${b}`;
  }
  return null;
}

/** Throws at the first combination whose metrics are not those of the naive walk. */
export function verify(job: Job): void {
  const ours = runSweep(job).metrics;
  const naive = runNaive(job).metrics;
  const combos = combosOf(job);
  if (ours.length !== combos.length || naive.length !== combos.length) {
    throw new Error(`${combos.length} combinations, but ${ours.length} results and ${naive.length} of the naive walk`);
  }
  for (const [i, expected] of naive.entries()) {
    const difference = firstDifference(ours[i]!, expected);
    if (difference === null) continue;
    const { exits, leverage } = combos[i]!;
    throw new Error(
      `combination ${i} (${JSON.stringify({ exits, leverage })}, entries on ${job.entriesFrac}): ${difference}, which the naive walk has`,
    );
  }
}
