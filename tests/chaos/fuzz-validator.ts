import { parseArgs } from "node:util";
import { randomFrom } from "../../core/kernel/random.ts";
import { createJudgePool, DEFAULT_LIVE_BARS, validateBytes } from "../../stages/validate/validate-text.ts";
import { readCorpus } from "../support/corpus.ts";
import { mutate, randomBytes, tokensOf } from "../support/mutate.ts";
import { createProver } from "../support/proof/pool.ts";

/*
 * `bun tests/chaos/fuzz-validator.ts [--count 100000] [--seed 1]`: mutated strategies, and random bytes for one in ten,
 * through the validator. Each must get a verdict within a minute, none may end a child, and what is accepted must run.
 * Exit code 1 otherwise, with the text.
 */
const options = { count: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } } as const;
const { values } = parseArgs({ options });
const count = Number(values.count);
const LANES = 4;
const PROOF = "// proof: bars=300\n";

const texts = readCorpus().flatMap(({ text }) => (text.length < 8_000 ? [text] : []));
const tokens = tokensOf(texts);
const pool = createJudgePool(2);
const prover = createProver(1);
const around = { pool, liveBars: DEFAULT_LIVE_BARS, signal: new AbortController().signal };
const phases: Record<string, number> = {};
const faults: string[] = [];
const start = performance.now();
let next = 0;

await Promise.all(Array.from({ length: LANES }, lane));
await pool.close();
await prover.close();
const seconds = (performance.now() - start) / 1_000;
console.log(`${count} inputs in ${seconds.toFixed(0)} s: ${JSON.stringify(phases)}; faults: ${faults.length}`);
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;

async function lane(): Promise<void> {
  for (let i = next++; i < count; i = next++) {
    const random = randomFrom(`fuzz ${values.seed} ${i}`);
    const bytes =
      random.int(0, 9) === 0
        ? randomBytes(random)
        : new TextEncoder().encode(mutate(random.pick(texts), tokens, random));
    const fault = await faultOf(bytes);
    if (fault !== null) faults.push(`input ${i}: ${fault}\n${new TextDecoder().decode(bytes)}`);
    if ((i + 1) % 5_000 === 0) console.error(`${i + 1} of ${count}, ${faults.length} faults`);
  }
}

async function faultOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const { passed, phase, findings } = await validateBytes(bytes, around);
    phases[phase ?? "passed"] = (phases[phase ?? "passed"] ?? 0) + 1;
    const error = findings.find(({ severity }) => severity === "error");
    if (passed !== (error === undefined) || passed !== (phase === null)) return "the verdict contradicts itself";
    // Work that no meter counts may take long, but that it does so is a verdict; nothing else is to end a child.
    if (error?.code === "memory-limit" || error?.code === "not-deterministic") return `${error.code}: ${error.message}`;
    if (!passed) return null;
    const text = new TextDecoder().decode(bytes);
    const proof = await prover.prove({ text: PROOF + text.replaceAll("// proof:", "//"), most: 1 });
    return proof.error;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
