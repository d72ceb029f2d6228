import { afterAll, expect, test } from "bun:test";
import { randomFrom } from "../../../core/kernel/random.ts";
import { admitModule } from "../../../core/strategy/admit.ts";
import { meterModule } from "../../../core/strategy/meter.ts";
import {
  createJudgePool,
  DEFAULT_LIVE_BARS,
  validateBytes,
  validateText,
} from "../../../stages/validate/validate-text.ts";
import { readCorpus } from "../../support/corpus.ts";
import { mutate, randomBytes, tokensOf } from "../../support/mutate.ts";

const pool = createJudgePool(2);
afterAll(() => pool.close());
const around = { pool, signal: new AbortController().signal, liveBars: DEFAULT_LIVE_BARS };

const texts = readCorpus().flatMap(({ text }) => (text.length < 8_000 ? [text] : []));
const tokens = tokensOf(texts);

test("fuzz: reading never fails, and what is admitted can be compiled", () => {
  const random = randomFrom("fuzz reading");
  let admitted = 0;
  for (let i = 0; i < 3_000; i++) {
    const text = mutate(random.pick(texts), tokens, random);
    const admission = admitModule(text);
    if (admission.kind === "refused") {
      expect(admission.findings.length).toBeGreaterThan(0);
      continue;
    }
    admitted += 1;
    const { code } = meterModule(admission.module);
    expect(() => new Function("$guards", "$meter", "$observer", "ta", "Math", "Number", code), text).not.toThrow();
  }
  expect(admitted).toBeGreaterThan(100);
});

test("fuzz: every mutation gets a verdict", async () => {
  const random = randomFrom("fuzz judging");
  const mutations = Array.from({ length: 150 }, () => mutate(random.pick(texts), tokens, random));
  for (const text of mutations) {
    const { passed, phase, findings } = await validateText(text, around);
    expect(passed).toBe(phase === null);
    expect(findings.some(({ severity }) => severity === "error")).toBe(!passed);
  }
});

test("fuzz: random bytes get a verdict", async () => {
  const random = randomFrom("fuzz bytes");
  for (let i = 0; i < 300; i++) {
    expect(await validateBytes(randomBytes(random), around)).toMatchObject({ passed: false, phase: "syntax" });
  }
});
