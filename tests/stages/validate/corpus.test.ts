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

/** Every so many samples are proven here, clean ones on so many prefixes; `bun tests/bench/prove.ts` takes all of both. */
const PROVEN_EVERY = 8;
const MOST = 30;

test.each(readCorpus().map((sample, i) => [sample.kind, sample.file, sample, i] as const))(
  "corpus: %s: %s",
  async (kind, __, { text, expected }, i) => {
    const verdict = await validateText(text, { pool, liveBars: 5_000, signal });
    const error = verdict.findings.find(({ severity }) => severity === "error");
    expect(error ? `${verdict.phase} ${error.code}` : "passed").toBe(expected);
    expect(verdict.passed).toBe(expected === "passed");
    expect(verdict.warmupBars === null).toBe(verdict.phase === "syntax");
    if (i % PROVEN_EVERY !== 0) return;
    if (kind === "leaking" || kind === "missed") expect(wrongBy(await prover.prove({ text }), true)).toBeNull();
    if (kind === "clean") expect(wrongBy(await prover.prove({ text, most: MOST }), false)).toBeNull();
  },
);
