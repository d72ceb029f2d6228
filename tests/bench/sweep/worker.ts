import { runSweep } from "./engine.ts";
import { QUICK, STANDARD, standardJobs } from "./job.ts";

/*
 * One of the processes of `--cores`: warms up, says `ready`, and from `go` on sweeps one strategy after the other. It
 * sends its rate once `sec` have passed and goes on until it is ended, so that the others are not left alone.
 */
const [size, entriesFrac, sec] = process.argv.slice(2);
const job = standardJobs(size === "quick" ? QUICK : STANDARD).find((each) => String(each.entriesFrac) === entriesFrac);
if (job === undefined || process.send === undefined) throw new Error(`no job of ${entriesFrac}, or nobody to tell`);
const windowMs = Number(sec) * 1000;

function sweepFor(ms: number): { strategies: number; ms: number } {
  const start = performance.now();
  for (let strategies = 1; ; strategies++) {
    runSweep(job!);
    const passed = performance.now() - start;
    if (passed >= ms) return { strategies, ms: passed };
  }
}

process.on("message", async () => {
  const { strategies, ms } = sweepFor(windowMs);
  process.send?.({ strategiesPerSec: strategies / (ms / 1000) });
  for (;;) {
    sweepFor(0);
    await Bun.sleep(0);
  }
});
process.on("disconnect", () => process.exit());
sweepFor(windowMs / 2);
process.send({ ready: true });
