import { afterAll, expect, test } from "bun:test";
import fc from "fast-check";
import { createJudgePool, validateText } from "../../../stages/validate/validate-text.ts";
import { createProver } from "../../support/proof/pool.ts";
import { randomStrategy } from "../../support/random-strategies.ts";

const pool = createJudgePool(1);
const prover = createProver(1);
afterAll(async () => {
  await pool.close();
  await prover.close();
});
const around = { pool, liveBars: 5_000, signal: new AbortController().signal };

/** What was wrong with a text, if anything, in a form that a failing property prints. */
async function errorOf(text: string): Promise<string | null> {
  const { findings } = await validateText(text, around);
  const error = findings.find(({ severity }) => severity === "error");
  return error ? `${error.code}: ${error.message}` : null;
}

const seeds = fc.nat({ max: 1_000_000 });
const bars = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 21, max: 1_000 }));
const RUNS = Number(process.env["SIXBTC_RANDOM_PROGRAMS"] ?? 25);

test("validate: a random program of the toolbox is accepted", async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const text = randomStrategy(seed, null);
      expect(await errorOf(text), text).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test("validate: it is accepted with one value moved back by own code", async () => {
  await fc.assert(
    fc.asyncProperty(seeds, bars, async (seed, by) => {
      const text = randomStrategy(seed, { by: "back", bars: by });
      expect(await errorOf(text), text).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test("validate: it is refused with the same value moved ahead, if any prefix shows that this matters", async () => {
  await fc.assert(
    fc.asyncProperty(seeds, bars, async (seed, by) => {
      const text = randomStrategy(seed, { by: "ahead", bars: by });
      const error = await errorOf(text);
      if (error !== null) expect(error).toStartWith("future-leak");
      // What is accepted must be such that the value decides nothing, by an independent proof.
      else expect((await prover.prove({ text: `// proof: bars=${by + 400}\n${text}` })).leak, text).toBeNull();
    }),
    { numRuns: RUNS },
  );
});
