import { SixbtcError } from "../../core/errors.ts";
import { serveJobs } from "../../core/runtime/serve-jobs.ts";
import { hardenConversions } from "../../core/strategy/harden.ts";
import type { BacktestAnswer, BacktestJob } from "./child-pool.ts";
import { createResearch } from "./research.ts";

hardenConversions();
const research = createResearch();

serveJobs<BacktestJob, BacktestAnswer>(async (job) => {
  try {
    if (job.kind === "gates") return { kind: "gates", examination: research.examine(job) };
    const { simulateFile } = await import("./file/simulate-file.ts");
    return { kind: "file", run: await simulateFile(job) };
  } catch (error) {
    if (!(error instanceof SixbtcError)) throw error;
    const { code, message, hint, exitCode } = error;
    return { kind: "fault", fault: { code, message, hint, exitCode } };
  }
});
