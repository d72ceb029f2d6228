import { afterAll, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { createJudgePool, DEFAULT_LIVE_BARS, validateText } from "../../../stages/validate/validate-text.ts";

const pool = createJudgePool(2);
afterAll(() => pool.close());
const around = { pool, signal: new AbortController().signal, liveBars: DEFAULT_LIVE_BARS };

type Sample = { kind: string; file: string; text: string };

function samplesOf(kind: string, folder: string): Sample[] {
  return readdirSync(join(PROJECT_ROOT, folder)).map((file) => {
    return { kind, file, text: readFileSync(join(PROJECT_ROOT, folder, file), "utf8") };
  });
}

const samples = [
  ...["leaking", "clean", "attacks"].flatMap((kind) => samplesOf(kind, `tests/golden/strategies/${kind}`)),
  ...samplesOf("example", "docs/examples"),
];

/** The first line of a sample says what becomes of it: `passed`, or the phase and the code of its first error. */
test.each(samples.map((sample) => [sample.kind, sample.file, sample.text] as const))(
  "corpus: %s: %s",
  async (_, __, text) => {
    const expected = /^\/\/ expect: (.*)/.exec(text)?.[1] ?? "passed";
    const verdict = await validateText(text, around);
    const error = verdict.findings.find(({ severity }) => severity === "error");
    expect(error ? `${verdict.phase} ${error.code}` : "passed").toBe(expected);
    expect(verdict.passed).toBe(expected === "passed");
    expect(verdict.warmupBars === null).toBe(verdict.phase === "syntax");
  },
);
