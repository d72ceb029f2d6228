import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { DEFAULT_LIVE_BARS } from "../../../stages/validate/validate-text.ts";
import { moduleOf } from "../../core/strategy/module-text.ts";
import { runCli } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-validate-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const clean = file("clean.ts", moduleOf("return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 20)) };"));
const leaking = file("leaking.ts", moduleOf("\t  return { enterLong: ta.gt(ta.shift(c.close, -1), c.close) };"));
const bytes = file("bytes.ts", new Uint8Array([0xff, 0x00, 0x80]));

const judge = (paths: string[], ...more: string[]) =>
  runCli(["validate", ...paths.flatMap((path) => ["--file", path]), ...more]);

test("validate --file --json: one object a file, in order, and 0 only if all passed", async () => {
  const one = await judge([clean], "--json");
  expect(one.code).toBe(0);
  const verdict = JSON.parse(one.stdout);
  expect(Object.keys(verdict)).toEqual(["name", "passed", "phase", "findings", "warmupBars", "elapsedMs", "file"]);
  expect(verdict).toMatchObject({
    name: "Strategy_MOM_1f9c03ab",
    passed: true,
    phase: null,
    findings: [],
    file: clean,
  });
  expect(Object.keys(verdict.elapsedMs)).toEqual(["syntax", "lookahead", "shuffle", "execution"]);

  const three = await judge([bytes, clean, leaking], "--json");
  expect(three.code).toBe(1);
  const verdicts = three.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(verdicts.map(({ name, passed, phase }) => [name, passed, phase])).toEqual([
    [null, false, "syntax"],
    ["Strategy_MOM_1f9c03ab", true, null],
    ["Strategy_MOM_1f9c03ab", false, "lookahead"],
  ]);
  expect(verdicts[2].findings).toEqual([
    {
      phase: "lookahead",
      severity: "error",
      code: "negative-shift",
      message: "`ta.shift` has n -1: it would read bars to come",
      line: 9,
      column: 48,
      hint: expect.any(String),
    },
  ]);
});

test("validate --file: one that is missing is told, the others are judged, and the call was wrong", async () => {
  const missing = join(folder, "missing.ts");
  const { code, stdout, stderr } = await judge([clean, missing, leaking], "--json");
  const verdicts = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([code, verdicts.map(({ file, passed }) => [file, passed])]).toEqual([
    2,
    [
      [clean, true],
      [leaking, false],
    ],
  ]);
  expect(stderr).toContain(`${missing} cannot be read`);
  expect(stderr).toContain("1 of 3 files cannot be read");
  expect((await judge([missing])).code).toBe(2);
});

test("validate --file: a warm-up beyond what the desk can count on is a warning, by the shipped number", async () => {
  const { market } = await loadConfig(SHIPPED_CONFIG);
  expect(DEFAULT_LIVE_BARS).toBe(market.liveBars);
  const slow = "ta.sma(ta.sma(c.close, 2000), 4000)";
  const long = file("long.ts", moduleOf(`return { enterLong: ta.crossAbove(c.close, ${slow}) };`));
  const { code, stdout } = await judge([long], "--json");
  const { passed, findings, warmupBars } = JSON.parse(stdout);
  expect([code, passed]).toEqual([0, true]);
  expect(warmupBars).toBeGreaterThan(DEFAULT_LIVE_BARS);
  expect(findings).toContainEqual({
    ...{ phase: "shuffle", severity: "warning", code: "long-warmup", line: null, column: null },
    message: `its signals are those of the full history after ${warmupBars} bars, and the desk can count on 5000`,
    hint: "Use shorter periods: it will not be deployed.",
  });
  expect((await judge([long])).stdout).toContain(`${long}: warning long-warmup: its signals`);
});

test("validate --file: people see the line, a caret under the place, and the cure", async () => {
  const { code, stdout } = await judge([leaking]);
  expect(code).toBe(1);
  const [place, source, caret, cure, sum] = stdout.split("\n");
  expect(place).toBe(`${leaking}:9:48: error negative-shift: \`ta.shift\` has n -1: it would read bars to come`);
  expect(source?.indexOf("-1")).toBe(caret?.indexOf("^") ?? 0);
  expect(cure).toContain("bar t may depend on bars 0 to t");
  expect(sum).toBe(`${leaking}: Strategy_MOM_1f9c03ab failed at lookahead (1 error)`);
});

test("validate --file: a file that cannot be read, or --watch beside it, is a wrong call", async () => {
  expect(await judge([folder])).toMatchObject({ code: 2, stdout: "" });
  expect(await judge([clean], "--watch")).toMatchObject({ code: 2, stdout: "" });
});
