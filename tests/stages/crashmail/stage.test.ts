import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { silentLog } from "../../../core/runtime/log.ts";
import { openStage } from "../../../stages/crashmail/stage.ts";
import { writeConfig } from "../../support/config.ts";
import { testDatabase } from "../../support/database.ts";
import { ownPm2 } from "../../support/pm2.ts";
import { runCli } from "../../support/run-cli.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-crashmail-"));
const home = join(folder, "pm2");
const pm2 = ownPm2(home, PROJECT_ROOT, {});
const before = process.env["PM2_HOME"];
beforeAll(() => {
  mkdirSync(home);
  process.env["PM2_HOME"] = home;
});
afterAll(async () => {
  if (before === undefined) delete process.env["PM2_HOME"];
  else process.env["PM2_HOME"] = before;
  await pm2.end();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

test("crashmail: a socket that a killed pm2 left behind does not make it the daemon", async () => {
  const left = mkdtempSync(join(folder, "left-"));
  const listen = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
  await Bun.spawn([process.execPath, "-e", listen, join(left, "rpc.sock")]).exited;
  expect(existsSync(join(left, "rpc.sock"))).toBe(true);
  const env = { DATABASE_URL: database.url, PM2_HOME: left, SIXBTC_CONFIG: await writeConfig(folder) };
  const { code, stdout } = await runCli(["crashmail", "--json"], env);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(existsSync(join(left, "pm2.pid"))).toBe(false);
});

test("crashmail: a crash that could not be written is told by the next tick", async () => {
  const script = join(folder, "crash.js");
  writeFileSync(script, "setTimeout(() => process.exit(7), 1500);");
  await pm2.call("ping");
  const db = database.open();
  const sql = database.client();
  const actor = { stage: "crashmail", process: "test" };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const call = { watch: true, dryRun: false, count: null, seed: null };
  const config = await loadConfig(SHIPPED_CONFIG);
  const stage = await openStage({ config, db, queue, actor, home: folder, log: silentLog }, call);
  const idle = new AbortController().signal;

  await sql`alter table events rename to events_away`;
  const first = stage.tick(idle);
  await pm2.call(
    ...["start", script, "--name", "sixbtc-generate", "--namespace", "sixbtc-pipeline"],
    "--no-autorestart",
  );
  expect(await first.catch(() => "failed")).toBe("failed");
  await sql`alter table events_away rename to events`;
  const told = { verdict: "crashed", process: "sixbtc-generate", exitCode: 7 };
  expect(await stage.tick(idle)).toEqual({ did: "work", outcome: expect.objectContaining(told) });
  expect(await sql`select kind from events`).toEqual([{ kind: "process.crashed" }] as never);
  await stage.close?.();
  await queue.close();
}, 30_000);
