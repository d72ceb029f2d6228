import { join } from "node:path";
import { type ChildPool, createChildPool } from "../../../core/runtime/children.ts";
import type { NullAnswer, NullJob } from "./job.ts";

/** As for a child of the stage (gate-runner.ts), and the copies of all markets that a drift is calibrated on. */
const MEMORY_MB = 2_048;
const TIMEOUT_MS = 3_600_000;

export type Ask = (job: NullJob) => Promise<NullAnswer>;

export type Lanes = {
  /** Does the work on every item, the results in their order; each lane asks its own child, which stays warm. */
  each<Item, Result>(items: readonly Item[], work: (item: Item, ask: Ask) => Promise<Result>): Promise<Result[]>;
  close(): Promise<void>;
};

/** `size` children, each with the memory of a child of the stage. The first fault or an abort ends them all. */
export function openLanes(size: number, asked: AbortSignal): Lanes {
  const pools: ChildPool<NullJob, NullAnswer>[] = [];
  const fault = new AbortController();
  const signal = AbortSignal.any([asked, fault.signal]);
  const asks = Array.from({ length: size }, (): Ask => {
    // One that is replaced after no number of jobs: columns and code that jobs leave behind are bounded by its memory.
    const options = { size: 1, jobsPerChild: Number.POSITIVE_INFINITY, memoryMb: MEMORY_MB };
    const pool = createChildPool<NullJob, NullAnswer>({ entry: join(import.meta.dir, "worker.ts"), ...options });
    pools.push(pool);
    return async (job) => {
      const outcome = await pool.run(job, { timeoutMs: TIMEOUT_MS, signal });
      if (outcome.kind === "done") return outcome.result;
      const why = outcome.kind === "threw" ? outcome.message : `the child died (${outcome.reason}: ${outcome.detail})`;
      throw new Error(`${job.kind}: ${why}`);
    };
  });
  return {
    async each(items, work) {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      let next = 0;
      const lane = async (ask: Ask) => {
        while (next < items.length) {
          const index = next++;
          signal.throwIfAborted();
          results[index] = await work(items[index]!, ask);
        }
      };
      const all = asks.map((ask) => lane(ask));
      try {
        await Promise.all(all);
      } catch (error) {
        fault.abort(error);
        await Promise.allSettled(all);
        throw error;
      }
      return results;
    },
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  };
}
