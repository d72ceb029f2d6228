import { afterAll, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Random, randomFrom } from "../../../core/kernel/random.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { admitModule } from "../../../core/strategy/admit.ts";
import { meterModule } from "../../../core/strategy/meter.ts";
import {
  createJudgePool,
  DEFAULT_LIVE_BARS,
  validateBytes,
  validateText,
} from "../../../stages/validate/validate-text.ts";

const pool = createJudgePool(2);
afterAll(() => pool.close());
const around = { pool, signal: new AbortController().signal, liveBars: DEFAULT_LIVE_BARS };

const folder = join(PROJECT_ROOT, "tests/golden/strategies");
const texts = ["clean", "leaking", "attacks"].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((file) => readFileSync(join(folder, kind, file), "utf8")),
);
const tokens = texts.flatMap((text) => text.match(/\w+|[^\w\s]/g) ?? []);

/** A text with a few of its pieces removed, repeated, exchanged for those of others, or spoilt. */
function mutate(text: string, random: Random): string {
  const pieces = text.match(/\w+|\s+|[^\w\s]/g) ?? [];
  for (let i = random.int(1, 2); i > 0; i--) {
    const at = random.int(0, pieces.length - 1);
    const kind = /^\d+$/.test(pieces[at] ?? "") ? 4 : random.int(0, 4);
    if (kind === 0) pieces.splice(at, random.int(1, 5));
    else if (kind === 1) pieces.splice(at, 0, random.pick(tokens));
    else if (kind === 2) pieces[at] = random.pick(tokens);
    else if (kind === 3) pieces.splice(at, 0, ...pieces.slice(at, at + random.int(1, 8)));
    else pieces[at] = String(random.pick([0, -1, 1e9, 0.5, "NaN", "'x'", "undefined", "[]", "{}", "c", "ta"]));
  }
  return pieces.join("");
}

test("fuzz: reading never fails, and what is admitted can be compiled", () => {
  const random = randomFrom("fuzz reading");
  let admitted = 0;
  for (let i = 0; i < 3_000; i++) {
    const text = mutate(random.pick(texts), random);
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
  const mutations = Array.from({ length: 150 }, () => mutate(random.pick(texts), random));
  for (const text of mutations) {
    const { passed, phase, findings } = await validateText(text, around);
    expect(passed).toBe(phase === null);
    expect(findings.some(({ severity }) => severity === "error")).toBe(!passed);
  }
});

test("fuzz: random bytes get a verdict", async () => {
  const random = randomFrom("fuzz bytes");
  for (let i = 0; i < 300; i++) {
    const most = random.pick([0x7f, 0xff]);
    const bytes = Uint8Array.from({ length: random.int(0, 400) }, () => random.int(0, most));
    expect(await validateBytes(bytes, around)).toMatchObject({ passed: false, phase: "syntax" });
  }
});
