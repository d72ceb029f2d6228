import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkConfig, describeProblem, loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-load-"));
afterAll(() => rmSync(folder, { recursive: true }));
const shipped = await Bun.file(SHIPPED_CONFIG).text();

async function problemsOf(content: string | Uint8Array): Promise<string[]> {
  const path = join(folder, "config.yaml");
  writeFileSync(path, content);
  const checked = await checkConfig(path);
  return checked.kind === "valid" ? [] : checked.problems.map(describeProblem);
}

const changed = (from: RegExp, to: string) => {
  expect(shipped).toMatch(from);
  return shipped.replace(from, to);
};

test("config: a file that holds no keys says what it is instead", async () => {
  expect(await problemsOf(shipped)).toEqual([]);
  expect(await problemsOf("# nothing\n")).toEqual(["the file is empty"]);
  expect(await problemsOf(Uint8Array.of(0x7f, 0x45, 0, 0xff))).toEqual(["the file is no text"]);
  expect(await problemsOf("- a list\n")).toEqual(["the file must be made of keys and values"]);
});

test("config: keys that are there twice and aliases that lead nowhere are named", async () => {
  expect(await problemsOf("a: 1\nb: 2\na: 3\n")).toEqual(["line 3: a is there twice"]);
  expect(await problemsOf(changed(/sources: .*/, "sources: &x [*x]"))).toEqual([
    "an alias (*) stands for something that it is a part of itself",
  ]);
  expect(await problemsOf(changed(/dryRun: true/, "dryRun: *none"))).toEqual([expect.stringContaining("none")]);
});

test("config: what stands in a list twice is refused, whatever a coin is called", async () => {
  expect(await problemsOf(changed(/timeframes: .*/, "timeframes: [1h, 1h]"))).toEqual([
    'market.timeframes is ["1h","1h"]: must be without repeats: 1h is there twice',
  ]);
  expect(await problemsOf(changed(/sources: .*/, "sources: [a, b, a]"))).toHaveLength(1);
  expect(await problemsOf(changed(/coins:[^:]*\n {2}#/, "coins: [kPEPE, 1000PEPE]\n  #"))).toHaveLength(1);
});

test("config: weights of the score add up to 100", async () => {
  const problems = await problemsOf(changed(/weight: 40/, "weight: 39.5"));
  expect(problems).toEqual([expect.stringContaining("weights that add up to 100, and they add up to 99.5")]);
});

test("config: gates that could never pass, or weigh wrong, are refused", async () => {
  const problems = async (what: RegExp, by: string) => (await problemsOf(changed(what, by))).join();
  expect(await problems(/draws: 99$/m, "draws: 19")).toContain("more draws: the smallest p of 19 is not below 0.05");
  expect(await problems(/weight: 0\.35/, "weight: 0.3")).toContain("weights that add up to 1, and they add up to 0.95");
  expect(await problems(/trainParts: 2/, "trainParts: 7")).toContain("more parts than the 7 that are trained on");
});

test("config: a folder in place of a file is told", async () => {
  await expect(loadConfig(folder)).rejects.toThrow(`${folder} cannot be read: it is a folder`);
});
