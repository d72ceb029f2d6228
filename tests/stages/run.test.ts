import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { writeConfig } from "../support/config.ts";
import { testDatabase } from "../support/database.ts";
import { proxyTo } from "../support/database-proxy.ts";
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

test("run: a watch whose reader has enough gives back what it holds before it ends", async () => {
  const before = (await database.client()`select max(id)::int as id from processes`)[0]?.["id"] ?? 0;
  const script = '{ "$0" "$1" generate --watch --json 2>/dev/null; echo $? >&2; } | head -n 1';
  const shell = Bun.spawn(["sh", "-c", script, process.execPath, join(PROJECT_ROOT, "cli", "main.ts")], {
    env: { ...process.env, DATABASE_URL: database.url, SIXBTC_CONFIG: config },
    stdout: "ignore",
    stderr: "pipe",
  });
  expect(await shell.stderr.text()).toBe("141\n");
  const rows = await database.client()`select ended_at is null as is_running from processes where id > ${before}`;
  expect(rows.map((row) => ({ ...row }))).toEqual([{ is_running: false }]);
});

test.each([
  ["cut", "validate", "stage.started"],
  ["freeze", "monitor", "monitor.checked"],
] as const)(
  "run: a stop while the database is away (%s) is a stop like another",
  async (how, stage, event) => {
    const proxy = await proxyTo(database.url);
    const own = mkdtempSync(join(folder, "away-"));
    const env = { DATABASE_URL: proxy.url, SIXBTC_CONFIG: await writeConfig(own), SIXBTC_HOME: own };
    const { child, result } = startCli([stage, "--watch"], env);
    const log = join(own, "logs", `sixbtc-${stage}.log`);
    while (!existsSync(log) || !readFileSync(log, "utf8").includes(`"${event}"`)) await Bun.sleep(5);
    await Bun.sleep(100);
    proxy[how]();
    child.kill("SIGTERM");
    const { code } = await result;
    proxy.cut();
    expect(code).toBe(0);
  },
  20_000,
);

test("run: a watch whose connections do not all fit the server does not begin", async () => {
  const greedy = await writeConfig(mkdtempSync(join(folder, "greedy-")), { "database.poolSize": 50 });
  const env = { DATABASE_URL: database.url, SIXBTC_CONFIG: greedy };
  const { code, stderr } = await runCli(["classify", "--watch"], env);
  expect(code).toBe(3);
  expect(stderr).toContain("Lower database.poolSize");
  expect((await runCli(["classify"], env)).code).toBe(0);
});
