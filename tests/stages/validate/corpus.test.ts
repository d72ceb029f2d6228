import { afterAll, expect, test } from "bun:test";
import { createJudgePool, validateText } from "../../../stages/validate/validate-text.ts";
import { readCorpus } from "../../support/corpus.ts";
import { createProver, wrongBy } from "../../support/proof/pool.ts";

const pool = createJudgePool(2);
const prover = createProver(2);
afterAll(async () => {
  await pool.close();
  await prover.close();
});
const { signal } = new AbortController();

/** Prefixes on which a clean sample is proven here; `bun tests/bench/prove.ts` takes all. */
const MOST = 30;

test.each(readCorpus().map((sample) => [sample.kind, sample.file, sample] as const))(
  "corpus: %s: %s",
  async (kind, __, { text, expected }) => {
    const verdict = await validateText(text, { pool, liveBars: 5_000, signal });
    const error = verdict.findings.find(({ severity }) => severity === "error");
    expect(error ? `${verdict.phase} ${error.code}` : "passed").toBe(expected);
    expect(verdict.passed).toBe(expected === "passed");
    expect(verdict.warmupBars === null).toBe(verdict.phase === "syntax");
    if (kind === "leaking") expect(wrongBy(await prover.prove({ text }), true)).toBeNull();
    if (kind === "clean") expect(wrongBy(await prover.prove({ text, most: MOST }), false)).toBeNull();
  },
);
