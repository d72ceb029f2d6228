import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, type JobOutcome, type OnProgress, startChild } from "./child-process.ts";

export type ChildPool<Job, Result> = {
  /** Runs one job in a free child, waiting for one if need be. Aborting `signal` kills that child and rejects. */
  run(job: Job, options: RunOptions): Promise<JobOutcome<Result>>;
  close(): Promise<void>;
};

type RunOptions = {
  timeoutMs: number;
  signal: AbortSignal;
  /** Awaited once a child is free, before the job runs. */
  begin?(): Promise<void>;
  /** Told how far the job is, as often as it says so. */
  onProgress?: OnProgress;
};

type PoolOptions = {
  /** Absolute path of the module that calls `serveJobs`. */
  entry: string;
  /** Children at a time. */
  size: number;
  /** A child is replaced after this many jobs, which bounds what code of strategies leaves behind in it. */
  jobsPerChild: number;
  memoryMb: number;
  /** For many short jobs (see `MEMORY_RETURN`): a child that comes to keep half of `memoryMb` is replaced. */
  keepsMemory?: boolean;
  /** For jobs of many megabytes (see `HUGE_PAGES`). */
  hugePages?: boolean;
};

/** A pool of child processes for code of strategies (DESIGN 10). Children start when first needed, and stay warm. */
export function createChildPool<Job, Result>(options: PoolOptions): ChildPool<Job, Result> {
  const { entry, size, jobsPerChild, memoryMb, keepsMemory = false, hugePages = false } = options;
  const folder = mkdtempSync(join(tmpdir(), "sixbtc-child-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const idle: Child<Job, Result>[] = [];
  const busy = new Set<Child<Job, Result>>();
  const waiting: (() => void)[] = [];
  let free = size;

  async function acquire(signal: AbortSignal): Promise<Child<Job, Result>> {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    if (signal.aborted) {
      waiting.shift()?.();
      signal.throwIfAborted();
    }
    free -= 1;
    for (let child = idle.pop(); child; child = idle.pop()) {
      if (child.isAlive()) return child;
    }
    return startChild<Job, Result>({ entry, folder, memoryMb, keepsMemory, hugePages });
  }

  async function release(child: Child<Job, Result>): Promise<void> {
    const isFull = keepsMemory && child.memoryMb() > memoryMb / 2;
    if (child.isAlive() && child.jobsDone() < jobsPerChild && !isFull) idle.push(child);
    else await child.kill();
    busy.delete(child);
    free += 1;
    waiting.shift()?.();
  }

  return {
    async run(job, { timeoutMs, signal, begin, onProgress }) {
      const child = await acquire(signal);
      busy.add(child);
      try {
        await begin?.();
        return await child.run(job, timeoutMs, signal, onProgress);
      } finally {
        // Not waited for: a child with much memory takes a while to end, and what it said is there.
        void release(child);
      }
    },
    async close() {
      await Promise.all([...idle, ...busy].map((child) => child.kill()));
      process.off("exit", removeFolder);
      removeFolder();
    },
  };
}
