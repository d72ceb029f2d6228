import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createChildPool } from "../../../core/runtime/children.ts";

/** Says on stdout what of its surroundings this process sees, and what a child that is started as those of a stage. */
const pool = createChildPool<{ act: string }, unknown>({
  entry: join(import.meta.dir, "../../core/runtime/child-fixture.ts"),
  ...{ size: 1, jobsPerChild: 10, memoryMb: 300 },
});
const ask = async (act: string) => {
  const outcome = await pool.run({ act }, { timeoutMs: 60_000, signal: new AbortController().signal });
  if (outcome.kind !== "done") throw new Error(`the child did not answer ${act}`);
  return outcome.result;
};
const env = Object.keys(Object(await ask("env")));
const folder = String(await ask("folder"));
console.log(JSON.stringify({ planted: process.env["PLANTED"], child: { env, folder, files: readdirSync(folder) } }));
await pool.close();
