import type { Metrics } from "../../../core/kernel/metrics.ts";
import { DEFAULT_ACCOUNT } from "../../../core/kernel/rules.ts";
import { sweep } from "../../../core/kernel/sweep/sweep.ts";
import { combosOf, type Job, prepareJob } from "./job.ts";
import { naiveSweep } from "./naive.ts";

/** What came out for each combination, and how long it took from prepared signals on. */
export type Timed = { readonly metrics: readonly Metrics[]; readonly ms: number };

export function runSweep(job: Job): Timed {
  const prepared = prepareJob(job);
  const start = performance.now();
  const results = job.grids.flatMap((grid) => sweep(prepared, grid, DEFAULT_ACCOUNT));
  const ms = performance.now() - start;
  return { metrics: results.map(({ metrics }) => metrics), ms };
}

export function runNaive(job: Job): Timed {
  const prepared = prepareJob(job);
  const start = performance.now();
  const metrics = naiveSweep(prepared, combosOf(job), DEFAULT_ACCOUNT);
  return { metrics, ms: performance.now() - start };
}
