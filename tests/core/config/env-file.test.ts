import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addEnvFile } from "../../../core/config/env-file.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { cloneTo } from "../../support/clone.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("env file: says what the environment does not, literally; empty is said too", () => {
  const path = join(folder, "some.env");
  writeFileSync(path, "ENV_FILE_A=p$a$$w\nENV_FILE_B=from the file\n");
  process.env["ENV_FILE_B"] = "";
  addEnvFile(path);
  expect([process.env["ENV_FILE_A"], process.env["ENV_FILE_B"]]).toEqual(["p$a$$w", ""]);
  expect(() => addEnvFile(join(folder, "none.env"))).not.toThrow();
  expect(() => addEnvFile(folder)).toThrow(`${folder} cannot be read`);
});

test("env file: the clone's counts in any folder, that of the folder does not", async () => {
  const clone = cloneTo(mkdtempSync(join(folder, "clone-")));
  const elsewhere = mkdtempSync(join(folder, "elsewhere-"));
  writeFileSync(join(clone, ".env"), "DATABASE_URL=postgres://me:p$x@clone.invalid/db\n");
  writeFileSync(join(elsewhere, ".env"), "DATABASE_URL=postgres://me:secret@elsewhere.invalid/db\n");
  symlinkSync(process.execPath, join(folder, "bun"));
  const url = async (env: Record<string, string> = {}) => {
    const PATH = `${folder}:${process.env["PATH"]}`;
    const child = Bun.spawn([join(clone, "cli", "main.ts"), "db", "url"], { cwd: elsewhere, env: { PATH, ...env } });
    expect(await child.exited).toBe(0);
    return (await child.stdout.text()).trim();
  };
  expect(await url()).toBe("postgres://me:p$x@clone.invalid/db");
  expect(await url({ DATABASE_URL: "postgres://real/db" })).toBe("postgres://real/db");
});

test("env file: whatever starts the command line keeps Bun from reading another one", async () => {
  const read = (path: string) => Bun.file(join(PROJECT_ROOT, path)).text();
  expect(await read("cli/main.ts")).toStartWith("#!/usr/bin/env -S bun --no-env-file\n");
  expect((await read("ecosystem.config.js")).match(/--no-env-file/g)).toHaveLength(2);
  expect((await Bun.file(join(PROJECT_ROOT, "package.json")).json()).scripts.quickstart).toContain("--no-env-file");
});
