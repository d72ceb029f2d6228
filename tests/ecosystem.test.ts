import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { isAlive } from "../core/db/embedded/postmaster.ts";
import { stages } from "../stages/index.ts";
import { cloneTo } from "./support/clone.ts";
import { writeConfig } from "./support/config.ts";
import { testDatabase } from "./support/database.ts";
import { ownPm2, type Pm2 } from "./support/pm2.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-pm2-"));
const logs = join(folder, "logs");
const KILLED = ["generate", "monitor"];
const running = stages.filter(({ name }) => name !== "schedule");
let pm2: Pm2;
let sql: postgres.Sql;

beforeAll(async () => {
  for (const name of ["pm2", "clone", "home"]) mkdirSync(join(folder, name));
  sql = database.client();
  pm2 = ownPm2(join(folder, "pm2"), cloneTo(join(folder, "clone")), {
    DATABASE_URL: database.url,
    SIXBTC_HOME: join(folder, "home"),
    SIXBTC_CONFIG: await writeConfig(folder, {
      ...{ "processes.schedule.enabled": false, "generate.maxWaiting": 10, "processes.leaseSec": 600 },
    }),
  });
});
afterAll(async () => {
  await pm2.end();
  rmSync(folder, { recursive: true });
}, 30_000);

async function until<Value>(what: string, look: () => Promise<Value | false>): Promise<Value> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await Bun.sleep(50);
  }
}

/** Processes that said in the database that they began, and not that they ended. */
async function unended(): Promise<{ stage: string; pid: number }[]> {
  const rows = await sql`select stage, pid from processes where ended_at is null order by id`;
  return rows.map((row) => ({ stage: row["stage"], pid: row["pid"] }));
}

async function runningPids(): Promise<Record<string, number>> {
  const alive = (await unended()).filter(({ pid }) => isAlive(pid));
  return Object.fromEntries(alive.map(({ stage, pid }) => [stage, pid]));
}

const isRunning = (names: readonly string[]) => async () => {
  const pids = await runningPids();
  return names.every((name) => name in pids) && pids;
};
const inNamespace = (namespace: string) => running.filter((entry) => entry.namespace === namespace);
const namesOf = (entries: typeof running) => entries.map(({ name }) => name);

test("pm2: runs every enabled stage, in its namespace", async () => {
  await pm2.call("start", "ecosystem.config.js");
  const pids = await until("all stages to run", isRunning(namesOf(running)));
  expect(await pm2.list()).toEqual(
    expect.arrayContaining(
      running.map(({ name, namespace }) => ({
        ...{ name: `sixbtc-${name}`, namespace, pid: pids[name]!, status: "online", exitCode: null },
      })),
    ),
  );
  expect(Object.keys(pids)).not.toContain("schedule");
}, 30_000);

test("pm2: a stage that was killed is started anew, and crashmail tells of it", async () => {
  const before = await runningPids();
  const log = join(logs, "sixbtc-crashmail.log");
  await until("crashmail to listen", async () => readFileSync(log, "utf8").includes('"pm2.connected"'));
  for (const name of KILLED) process.kill(before[name]!, "SIGKILL");
  await until("them to come back", async () => {
    const after = await runningPids();
    return KILLED.every((name) => name in after && after[name] !== before[name]);
  });
  const told = await until("word of both", async () => {
    const rows = await sql`select reason from events where kind = 'process.crashed' order by reason`;
    return rows.length === 2 && rows.map((row) => row["reason"]);
  });
  expect(told).toEqual(KILLED.map((name) => `sixbtc-${name} was ended by a signal`));
  const lines = readFileSync(log, "utf8");
  for (const name of KILLED) expect(lines).toContain(`"process":"sixbtc-${name}"`);
}, 30_000);

test("pm2: stops a namespace, each stage in its time, leaving nothing claimed and the others running", async () => {
  const before = await runningPids();
  const stopped = inNamespace("sixbtc-pipeline");
  const startMs = performance.now();
  await pm2.call("stop", "sixbtc-pipeline");
  expect(performance.now() - startMs).toBeLessThan(Math.max(...stopped.map(({ stopMs }) => stopMs)));
  const kept = running.filter(({ namespace }) => namespace !== "sixbtc-pipeline");
  expect(await runningPids()).toEqual(Object.fromEntries(namesOf(kept).map((name) => [name, before[name]!])));
  for (const { name, namespace, status } of await pm2.list()) {
    expect([name, status]).toEqual([name, namespace === "sixbtc-pipeline" ? "stopped" : "online"]);
  }
  const [left] = await sql`select count(*)::int as claimed from strategies where lease is not null`;
  expect(left!["claimed"]).toBe(0);
}, 30_000);

test("pm2: restarts and deletes by namespace", async () => {
  const before = await runningPids();
  await pm2.call("restart", "sixbtc-trading");
  const restarted = namesOf(inNamespace("sixbtc-trading"));
  const after = await until("the desk to be back", isRunning(restarted));
  for (const name of restarted) expect(after[name]).not.toBe(before[name]!);
  for (const namespace of new Set(running.map((entry) => entry.namespace))) await pm2.call("delete", namespace);
  expect(await pm2.list()).toEqual([]);
  // Who is ended by force does not get to write that it ended.
  expect((await unended()).map(({ stage }) => stage).toSorted()).toEqual(KILLED);
}, 30_000);

test("pm2: the logs are one JSON line a fact, and pm2 keeps no second copy", () => {
  for (const { name } of running) {
    const lines = readFileSync(join(logs, `sixbtc-${name}.log`), "utf8")
      .trim()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line).stage)).toEqual(Array(lines.length).fill(name));
    expect(statSync(join(logs, `pm2-${name}.log`)).size).toBeLessThan(2_000);
  }
});
