import type { Config } from "../../core/config/schema.ts";
import type { JobOutcome, OnProgress } from "../../core/runtime/child-process.ts";
import { type BacktestAnswer, createBacktestPool } from "./child-pool.ts";
import type { DataSet } from "./data-set.ts";
import type { Parameters } from "./looks/look.ts";
import type { Luck } from "./luck.ts";
import { settingsFor } from "./settings.ts";

/** A child is replaced after so many strategies, which bounds what they leave behind in it. */
const JOBS_PER_CHILD = 1_000;
/** Beside the columns that it keeps: what one strategy may allocate on one coin, and the simulations. */
const WORKING_MB = 1_024;
/**
 * Far above what the meter lets a strategy spend on many coins, a hundred permuted markets included; a child that takes
 * longer hangs.
 */
const TIMEOUT_MS = 3_600_000;
/** Two simulations, and the signals once. */
export const RETEST_TIMEOUT_MS = 300_000;

type Run = { signal: AbortSignal; onProgress?: OnProgress };

export type GateRunner = {
  /** Sends a strategy's text through the gates in a child. */
  run(text: string, data: DataSet, luck: Luck, how: Run): Promise<JobOutcome<BacktestAnswer>>;
  /** Looks at both windows again with the parameters that it has. */
  retest(text: string, parameters: Parameters | null, data: DataSet, how: Run): Promise<JobOutcome<BacktestAnswer>>;
  close(): Promise<void>;
};

export function createGateRunner(config: Config, size: number): GateRunner {
  const { memoMb } = config.backtest;
  const pool = createBacktestPool({ size, jobsPerChild: JOBS_PER_CHILD, memoryMb: memoMb + WORKING_MB });
  return {
    run(text, data, luck, how) {
      const settings = settingsFor(config, data.timeframe);
      return pool.run({ kind: "gates", text, data, settings, luck, memoMb }, { timeoutMs: TIMEOUT_MS, ...how });
    },
    retest(text, parameters, data, how) {
      const settings = settingsFor(config, data.timeframe);
      const job = { kind: "retest", text, parameters, data, settings, memoMb } as const;
      return pool.run(job, { timeoutMs: RETEST_TIMEOUT_MS, ...how });
    },
    close: () => pool.close(),
  };
}
