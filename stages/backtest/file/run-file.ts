import { SixbtcError } from "../../../core/errors.ts";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import { createBacktestPool, errorOf } from "../child-pool.ts";
import type { FileJob, FileRun } from "./job.ts";

/** Far beyond any run that makes sense: what a strategy may spend is metered, what a sweep takes depends on its data. */
const TIMEOUT_MS = 3_600_000;
/** Room for some ten million candles beside what a strategy and a sweep need. A single job soon needs again what it lets go of. */
const MEMORY = { memoryMb: 4_096, keepsMemory: true, hugePages: true };

/** Runs a strategy on files in a child process of its own; aborting `signal` kills it. */
export async function runFile(
  job: Omit<FileJob, "kind" | "begunMs">,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<FileRun> {
  const pool = createBacktestPool({ size: 1, jobsPerChild: 1, ...MEMORY });
  try {
    const outcome = await pool.run(
      { kind: "file", begunMs: performance.timeOrigin, ...job },
      { timeoutMs: TIMEOUT_MS, signal, ...(onProgress && { onProgress }) },
    );
    switch (outcome.kind) {
      case "done":
        if (outcome.result.kind === "file") return outcome.result.run;
        throw errorOf(outcome.result);
      case "threw":
        throw new SixbtcError("backtest.failed", `${job.file}: ${outcome.message}`);
      case "died":
        throw new SixbtcError("backtest.died", `${job.file}: the run ended (${outcome.reason}: ${outcome.detail})`, {
          hint:
            outcome.reason === "memory"
              ? `A run may use ${MEMORY.memoryMb} MB: give it fewer candles.`
              : "Something ended the process that ran the strategy; try again.",
        });
    }
  } finally {
    // Not waited for either: it ends by itself, at the latest with this process.
    void pool.close();
  }
}
