import { SixbtcError } from "../../core/errors.ts";
import { lazy } from "../../core/lazy.ts";
import type { OnProgress } from "../../core/runtime/child-process.ts";
import { serveJobs } from "../../core/runtime/serve-jobs.ts";
import { hardenConversions } from "../../core/strategy/harden.ts";
import type { BacktestAnswer, BacktestJob } from "./child-pool.ts";
import type { FileJob, FileRun } from "./file/job.ts";

// A child is given jobs of one kind, and loads only what those need: what reads the store of candles takes longer to
// load than all that a run on files needs.
const research = lazy(async () => (await import("./research.ts")).createResearch());
const files = (sweeps: boolean) =>
  Promise.all([import("./file/simulate-file.ts"), sweeps ? import("./file/sweep-file.ts") : null]);

async function load(first: BacktestJob): Promise<void> {
  await (first.kind === "file" ? files(first.sweep) : research());
  // Afterwards, since libraries may do what strategies must not.
  hardenConversions();
}

async function runOnFiles(job: FileJob, tell: OnProgress): Promise<FileRun> {
  const [{ simulateFile }, sweeper] = await files(job.sweep);
  return simulateFile(job, tell, sweeper?.sweepFile ?? null);
}

serveJobs<BacktestJob, BacktestAnswer>(async (job, tell) => {
  try {
    if (job.kind === "gates") return { kind: "gates", examination: (await research()).examine(job, tell) };
    if (job.kind === "retest") return { kind: "retest", retested: (await research()).examineAgain(job) };
    return { kind: "file", run: await runOnFiles(job, tell) };
  } catch (error) {
    if (!(error instanceof SixbtcError)) throw error;
    const { code, message, hint, exitCode } = error;
    return { kind: "fault", fault: { code, message, hint, exitCode } };
  }
}, load);
