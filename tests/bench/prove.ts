import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { createChildPool } from "../../core/runtime/children.ts";
import type { Proof } from "../support/proof/prefix.ts";

/*
 * `bun tests/bench/prove.ts [FILE …]`: proves by brute force that samples of the corpus leak or do not (all of them
 * when none is named), apart from the validator. A leaking sample must differ on some prefix of its proof markets, a
 * clean one on none, and must give signals at all. Exit code 1 if one of them is not what its folder says.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const folder = join(PROJECT_ROOT, "tests/golden/strategies");
const all = ["leaking", "clean"].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((file) => join(folder, kind, file)),
);
const files = positionals.length > 0 ? positionals : all;
const entry = join(PROJECT_ROOT, "tests/support/proof/prefix-fixture.ts");
const pool = createChildPool<string, Proof>({ entry, size: 2, jobsPerChild: 200, memoryMb: 768 });
const { signal } = new AbortController();
await Promise.all(
  files.map(async (file) => {
    const outcome = await pool.run(readFileSync(file, "utf8"), { timeoutMs: 300_000, signal });
    const verdict = describe(file, outcome.kind === "done" ? outcome.result : null);
    if (verdict.isWrong) process.exitCode = 1;
    console.log(`${verdict.isWrong ? "WRONG" : "ok   "} ${file}: ${verdict.text}`);
    if (outcome.kind !== "done") console.log(JSON.stringify(outcome));
  }),
);
await pool.close();

function describe(file: string, proof: Proof | null): { isWrong: boolean; text: string } {
  if (proof === null) return { isWrong: true, text: "no proof" };
  const { leak, signals, error, runs } = proof;
  const isLeaking = file.includes("/leaking/");
  // A negative shift shows nothing on prefixes: `ta` takes none, so that the strategy cannot run at all.
  if (error !== null) return { isWrong: !(isLeaking && error.startsWith("argument: ")), text: error };
  const text = leak
    ? `leaks: ${leak.mask} at bar ${leak.bar} is ${leak.whole}, and ${leak.prefix} with ${leak.cut} bars`
    : `clean on ${runs} runs, ${signals} signals`;
  return { isWrong: isLeaking ? leak === null : leak !== null || signals === 0, text };
}
