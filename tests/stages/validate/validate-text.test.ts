import { afterAll, expect, test } from "bun:test";
import { createJudgePool, type JudgePool, validateText } from "../../../stages/validate/validate-text.ts";
import { moduleOf } from "../../core/strategy/module-text.ts";

const pool = createJudgePool(1);
afterAll(() => pool.close());
const around = { liveBars: 5_000, signal: new AbortController().signal };
const text = moduleOf("return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 20)) };");

test("validate: what passes is run once more in a second process, and other masks there are a refusal", async () => {
  const asked: string[] = [];
  const witnessing = (change: (fingerprint: string | null) => string | null): JudgePool => ({
    ...pool,
    witnesses: {
      async run(job, options) {
        asked.push(job.task);
        const outcome = await pool.witnesses.run(job, options);
        if (outcome.kind !== "done") return outcome;
        return { kind: "done", result: { ...outcome.result, fingerprint: change(outcome.result.fingerprint) } };
      },
      close: async () => undefined,
    },
  });
  const agreeing = witnessing((fingerprint) => fingerprint);
  expect(await validateText(text, { ...around, pool: agreeing })).toMatchObject({ passed: true, findings: [] });
  const differing = witnessing((fingerprint) => `not ${fingerprint}`);
  expect(await validateText(text, { ...around, pool: differing })).toMatchObject({
    passed: false,
    phase: "shuffle",
    findings: [{ code: "not-deterministic", message: "the same candles gave other masks in another process" }],
  });
  expect(asked).toEqual(["repeat", "repeat"]);
});

test("validate: what the text makes suspicious is told also where the strategy fails when it runs", async () => {
  const failing = moduleOf(`const m = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (c.close[i + 1] > c.close[i].missing.more) m[i] = 1;
    return { enterLong: m };`);
  const { phase, findings } = await validateText(failing, { ...around, pool });
  expect(phase).toBe("execution");
  expect(findings).toMatchObject([
    { phase: "lookahead", severity: "warning", code: "ahead-read" },
    { phase: "execution", severity: "error", code: "threw" },
  ]);
});

test("validate: what is refused is not run again", async () => {
  const unasked: JudgePool = {
    ...pool,
    witnesses: { run: () => Promise.reject(new Error("asked")), close: async () => undefined },
  };
  expect(await validateText("no module", { ...around, pool: unasked })).toMatchObject({ passed: false });
});
