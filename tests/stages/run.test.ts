import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeConfig } from "../support/config.ts";
import { testDatabase } from "../support/database.ts";
import { runCli, startCli } from "../support/run-cli.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-run-"));
afterAll(() => rmSync(folder, { recursive: true }));
let config = "";
beforeAll(async () => {
  config = await writeConfig(folder);
});

test("run: a stop is obeyed at once while the database does not answer", async () => {
  const { promise: isAsked, resolve } = Promise.withResolvers<void>();
  const silent = Bun.listen({
    hostname: "127.0.0.1",
    port: 0,
    socket: { open: () => resolve(), data: () => undefined },
  });
  const DATABASE_URL = `postgres://me:secret@127.0.0.1:${silent.port}/db`;
  const { child, result } = startCli(["generate", "--watch"], { DATABASE_URL, SIXBTC_CONFIG: config });
  await isAsked;
  const toldMs = performance.now();
  child.kill("SIGTERM");
  expect(await result).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(performance.now() - toldMs).toBeLessThan(3_000);
  silent.stop(true);
});

test("run: a stage that cannot open does not look as if it had been killed", async () => {
  const live = await writeConfig(mkdtempSync(join(folder, "live-")), { dryRun: false });
  const { code, stderr } = await runCli(["deploy"], { DATABASE_URL: database.url, SIXBTC_CONFIG: live });
  expect(code).toBe(3);
  expect(stderr).toContain("Set dryRun: true in the configuration.");
  const processes = await database.client()`select stage, ended_at is null as is_running from processes`;
  expect(processes.map((row) => ({ ...row }))).toEqual([{ stage: "deploy", is_running: false }]);
});

test("run: a stage that does not stop is ended within its stop time", async () => {
  const child = Bun.spawn([process.execPath, "--no-env-file", join(import.meta.dir, "run-fixture.ts")], {
    env: { DATABASE_URL: database.url, SIXBTC_CONFIG: config },
    stdout: "pipe",
    stderr: "ignore",
  });
  await child.stdout.getReader().read();
  const toldMs = performance.now();
  child.kill("SIGTERM");
  expect(await child.exited).toBe(1);
  expect(performance.now() - toldMs).toBeLessThan(1_000);
});
