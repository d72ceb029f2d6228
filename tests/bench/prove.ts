import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { createProver, wrongBy } from "../support/proof/pool.ts";

/*
 * `bun tests/bench/prove.ts [FILE …]`: proves by brute force, on every prefix, that samples of the corpus leak or do
 * not (all of them when none is named), apart from the validator. Exit code 1 if one is not what its folder says.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const folder = join(PROJECT_ROOT, "tests/golden/strategies");
const all = ["leaking", "missed", "clean"].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((file) => join(folder, kind, file)),
);
const prover = createProver(2);
await Promise.all(
  (positionals.length > 0 ? positionals : all).map(async (file) => {
    const isLeaking = !file.includes("clean/");
    const proof = await prover.prove({ text: readFileSync(file, "utf8") });
    const wrong = wrongBy(proof, isLeaking);
    if (wrong !== null) process.exitCode = 1;
    const { leak, runs, signals } = proof;
    const shown = leak
      ? `${leak.mask} at bar ${leak.bar} differs with ${leak.cut} bars`
      : `${runs} runs, ${signals} signals`;
    console.log(wrong === null ? `ok    ${file}: ${shown}` : `WRONG ${file}: ${wrong}`);
  }),
);
await prover.close();
