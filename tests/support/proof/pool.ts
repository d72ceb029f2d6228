import { join } from "node:path";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { createChildPool } from "../../../core/runtime/children.ts";
import type { Proof, ProofJob } from "./prefix.ts";

const TIME_LIMIT_MS = 300_000;

/** Proves in child processes, as everything that runs a strategy; throws where one dies. */
export function createProver(size: number) {
  const entry = join(PROJECT_ROOT, "tests/support/proof/prefix-fixture.ts");
  const pool = createChildPool<ProofJob, Proof>({ entry, size, jobsPerChild: 500, memoryMb: 768 });
  const { signal } = new AbortController();
  return {
    async prove(job: ProofJob): Promise<Proof> {
      const outcome = await pool.run(job, { timeoutMs: TIME_LIMIT_MS, signal });
      if (outcome.kind !== "done") throw new Error(`no proof: ${JSON.stringify(outcome)}`);
      return outcome.result;
    },
    close: () => pool.close(),
  };
}

/** What is wrong with a sample of the corpus by its proof, or null: one in `leaking` must differ, one in `clean` not. */
export function wrongBy({ leak, signals, error }: Proof, isLeaking: boolean): string | null {
  // A negative shift shows nothing on prefixes: `ta` takes none, so that the strategy cannot run at all.
  if (error !== null) return isLeaking && error.startsWith("argument: ") ? null : error;
  if (isLeaking) return leak ? null : "no prefix differs";
  if (leak) return `${leak.mask} at bar ${leak.bar} is ${leak.whole}, and ${leak.prefix} with ${leak.cut} bars`;
  return signals > 0 ? null : "no signal on its proof markets";
}
