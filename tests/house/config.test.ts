import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { configKeys, explainKey } from "../../core/config/explain.ts";
import { checkConfig, loadConfig, SHIPPED_CONFIG } from "../../core/config/load.ts";
import { sourceFiles } from "../support/source-files.ts";

const text = await Bun.file(SHIPPED_CONFIG).text();
const config = await loadConfig(SHIPPED_CONFIG);
const keys = configKeys(text);
const folder = mkdtempSync(join(tmpdir(), "sixbtc-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function problemsOf(document: { toString(): string }): Promise<string[]> {
  const path = join(folder, `${crypto.randomUUID()}.yaml`);
  await Bun.write(path, document.toString());
  const checked = await checkConfig(path);
  return checked.kind === "valid" ? [] : checked.problems.map(({ key }) => key);
}

test("config: every key has its reason beside it", () => {
  expect(keys.filter((key) => explainKey(text, key, config).meaning === "")).toEqual([]);
});

test("config: a file that lacks a key is refused with the key's path", async () => {
  for (const key of keys) {
    const document = parseDocument(text);
    document.deleteIn(key.split("."));
    expect(await problemsOf(document)).toEqual([key]);
  }
});

test("config: a value of the wrong type is refused with the key's path", async () => {
  for (const key of keys) {
    const document = parseDocument(text);
    document.setIn(key.split("."), { wrong: true });
    const problems = await problemsOf(document);
    expect(problems.length, key).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.startsWith(key))).toBe(true);
  }
});

test("config: a key that is not known is refused with its path", async () => {
  const sections = ["", ...keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)))];
  for (const section of sections) {
    const path = [...section.split("."), "surprise"].filter((part) => part !== "");
    const document = parseDocument(text);
    document.setIn(path, 1);
    expect(await problemsOf(document)).toEqual([path.join(".")]);
  }
});

test("config: every key has a reader", async () => {
  const files = (await sourceFiles("cli", "stages", "core")).filter(({ path }) => !path.startsWith("core/config/"));
  const leaves = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`)));
  const unread = leaves.filter((key) => {
    const name = key.split(".").at(-1) ?? "";
    const read = new RegExp(`\\b${name}\\b`);
    return !files.some(({ text: source }) => read.test(source));
  });
  expect(unread).toEqual([]);
});
