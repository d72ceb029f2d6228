import { join } from "node:path";
import { createChildPool } from "../../../core/runtime/children.ts";

/** Says the pid and the folder of a child, has it spin, and with `exit` as an argument ends in the middle of that. */
const pool = createChildPool<{ act: string }, unknown>({
  entry: join(import.meta.dir, "child-fixture.ts"),
  ...{ size: 1, jobsPerChild: 10, memoryMb: 300 },
});
const ask = async (act: string) => {
  const outcome = await pool.run({ act }, { timeoutMs: 60_000, signal: new AbortController().signal });
  return outcome.kind === "done" ? outcome.result : null;
};
const facts = { pid: await ask("pid"), folder: await ask("folder") };
void ask("spin");
await Bun.sleep(200);
process.stdout.write(JSON.stringify(facts));
if (process.argv.includes("exit")) process.exit(1);
