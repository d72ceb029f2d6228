import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Database } from "../../../core/db/database.ts";
import { insertStrategies } from "../../../core/db/insert-strategies.ts";
import { createQueue, type Queue } from "../../../core/db/queue.ts";
import { createChildPool } from "../../../core/runtime/children.ts";
import { silentLog } from "../../../core/runtime/log.ts";
import type { Stage } from "../../../stages/stage.ts";
import type { JudgeJob, Judgement } from "../../../stages/validate/judge.ts";
import { openStage } from "../../../stages/validate/stage.ts";
import { createJudgePool, type JudgePool, validateText } from "../../../stages/validate/validate-text.ts";
import { moduleOf } from "../../core/strategy/module-text.ts";
import { cloneTo } from "../../support/clone.ts";
import { writeConfig } from "../../support/config.ts";
import { testDatabase } from "../../support/database.ts";
import { commandOf, cpuSec, descendantsOf, startedWith } from "../../support/proc.ts";
import { runCli, startCli } from "../../support/run-cli.ts";
import { newStrategy } from "../../support/strategies.ts";

const ENTRY = join("stages", "validate", "child.ts");
/** Starting takes a child less: one that kept a core busy for longer is at work on a text. */
const AT_WORK_SEC = 0.6;
/** Children are found, and looked into, as Linux shows them; and it alone ends those whose parent is killed. */
const isLinux = process.platform === "linux" && Bun.which("setpriv") !== null;

/** A text whose every run takes so many turns a bar: 1,000 are judged for a second or two, 4,500 for ten. */
const slow = (turns: number) =>
  moduleOf(`    let n = 0;
    for (let i = 0; i < c.length * ${turns}; i++) n += i % 7;
    return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 20)) };`);
const quick = slow(0);
const endless = slow(4_500);

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-kills-"));
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(4);
  sql = database.client();
});
beforeEach(async () => {
  await sql`delete from strategies`;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function insert(code: string): Promise<string> {
  const row = newStrategy({ code });
  await insertStrategies(db, [row], { stage: "generate", process: "test" });
  return row.name;
}

const rowOf = async (name: string) => (await sql`select * from strategies where name = ${name}`)[0];
const lastEvent = async (name: string) =>
  (await sql`select * from events where strategy_name = ${name} order by id desc limit 1`)[0];

async function until<Value>(find: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error("waited in vain");
    await Bun.sleep(5);
  }
}

const childrenOf = (parent: number) => descendantsOf(parent).filter((pid) => commandOf(pid).at(-1)?.endsWith(ENTRY));
/** The child of `parent` that has been at work for `sec`, and is none of `before`. */
const busyChildOf = (parent: number, sec = AT_WORK_SEC, before: number[] = []) =>
  until(() => childrenOf(parent).find((pid) => !before.includes(pid) && cpuSec(pid) >= sec));
const untilGone = (pid: number) => until(() => (commandOf(pid).length === 0 ? true : undefined));

/** The stage in this process, as it is opened for one lane; closed after the test. */
let opened: { stage: Stage; queue: Queue } | null = null;
async function open(): Promise<Stage> {
  const actor = { stage: "validate", process: "test" };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const config = await loadConfig(SHIPPED_CONFIG);
  const stage = await openStage({ config, db, queue, actor, home: "", log: silentLog });
  opened = { stage, queue };
  return stage;
}
/** Processes of a test, none of which outlives it, however it ends. */
const started: Bun.Subprocess[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.kill("SIGKILL");
    await one.exited;
  }
  await opened?.stage.close?.();
  await opened?.queue.close();
  opened = null;
});

const { signal } = new AbortController();

test.if(isLinux)(
  "validate: a child that is killed over a strategy is replaced, and the strategy gets its verdict",
  async () => {
    const name = await insert(slow(1_500));
    const stage = await open();
    const ticking = stage.tick(signal);
    const pid = await busyChildOf(process.pid);
    expect(await rowOf(name)).toMatchObject({ status: "GENERATED", attempts: 1 });
    process.kill(pid, "SIGKILL");
    expect(await ticking).toMatchObject({ did: "work", outcome: { verdict: "validated", strategy: name } });
    expect(await rowOf(name)).toMatchObject({ status: "VALIDATED", lease: null, attempts: 0, error: null });
    expect(childrenOf(process.pid)).not.toContain(pid);
    // One that judged it, and one that ran it once more.
    expect(childrenOf(process.pid)).toHaveLength(2);
  },
  60_000,
);

test.if(isLinux)(
  "validate: a strategy whose child is killed every time is FAILED and says so; the next one is judged",
  async () => {
    const name = await insert(endless);
    const stage = await open();
    const ticking = stage.tick(signal);
    const killed: number[] = [];
    // At work, while it starts, and at work again.
    for (const sec of [AT_WORK_SEC, 0, AT_WORK_SEC]) {
      const pid = await busyChildOf(process.pid, sec, killed);
      process.kill(pid, "SIGKILL");
      killed.push(pid);
    }
    const reason = "the child process was killed 3 times (exit code none, signal SIGKILL)";
    const hint = "Look for a memory limit of the machine or the container.";
    expect(await ticking).toEqual({ did: "work", outcome: { verdict: "failed", strategy: name, reason, hint } });
    expect(await rowOf(name)).toMatchObject({ status: "FAILED", error: reason, lease: null, attempts: 0 });
    const failed = { kind: "strategy.failed", from_status: "GENERATED", to_status: "FAILED", reason };
    expect(await lastEvent(name)).toMatchObject(failed);

    const next = await insert(quick);
    expect(await stage.tick(signal)).toMatchObject({ outcome: { verdict: "validated", strategy: next } });
    expect(await stage.tick(signal)).toEqual({ did: "nothing" });
  },
  60_000,
);

test.if(isLinux)(
  "validate: a stage that is killed takes its child along, another run takes the strategy, the third death is its end",
  async () => {
    const config = await writeConfig(folder, { "processes.leaseSec": 2, "processes.validate.parallel": 1 });
    // What the killed leave behind goes with the folder.
    const env = { DATABASE_URL: database.url, SIXBTC_CONFIG: config, SIXBTC_HOME: folder, TMPDIR: folder };
    const name = await insert(endless);
    let before = { lease: 0, leaseExpiresAt: new Date(0) };
    for (const attempts of [1, 2, 3]) {
      const { child } = startCli(["validate", "--watch"], env);
      started.push(child);
      const judging = await busyChildOf(child.pid);
      const row = await rowOf(name);
      expect(row).toMatchObject({ status: "GENERATED", attempts, error: null });
      expect(row?.["processing_by"]).toContain(String(child.pid));
      expect(Number(row?.["lease"])).toBeGreaterThan(before.lease);
      expect(row?.["processing_started_at"] >= before.leaseExpiresAt).toBe(true);
      child.kill("SIGKILL");
      await child.exited;
      await untilGone(judging);
      before = { lease: Number(row?.["lease"]), leaseExpiresAt: row?.["lease_expires_at"] };
      // The first lease runs out by itself; two more would show nothing else.
      if (attempts === 1) continue;
      await sql`update strategies set lease_expires_at = now()`;
      before.leaseExpiresAt = new Date(0);
    }
    const reason = "killed its worker 3 times";
    await until(async () => {
      expect((await runCli(["validate"], env)).code).toBe(0);
      return (await rowOf(name))?.["status"] === "FAILED" ? true : undefined;
    });
    expect(await rowOf(name)).toMatchObject({ error: reason, lease: null, processing_by: null, attempts: 0 });
    const numbers = { attempts: 3, lastWorker: expect.any(String) };
    expect(await lastEvent(name)).toMatchObject({ kind: "strategy.failed", stage: "validate", reason, numbers });
  },
  60_000,
);

/** As the stage's pool, but in which the first `starved` jobs run in children that no memory suffices. */
function starvingPool(starved: number) {
  const entry = join(import.meta.dir, "../../..", ENTRY);
  const tight = createChildPool<JudgeJob, Judgement>({ entry, size: 1, jobsPerChild: 10, memoryMb: 8 });
  const roomy = createJudgePool(1);
  const ends: string[] = [];
  const judges: JudgePool["judges"] = {
    async run(job, options) {
      const outcome = await (ends.length < starved ? tight : roomy.judges).run(job, options);
      ends.push(outcome.kind === "died" ? outcome.reason : outcome.kind);
      return outcome;
    },
    close: () => roomy.judges.close(),
  };
  const pool: JudgePool = {
    judges,
    witnesses: roomy.witnesses,
    close: async () => void (await Promise.all([tight.close(), roomy.close()])),
  };
  return { pool, ends };
}

test("validate: a child that reaches its memory limit is replaced once; the second time it is the verdict", async () => {
  const around = { signal, liveBars: 5_000 };
  const once = starvingPool(1);
  expect(await validateText(slow(600), { ...around, pool: once.pool })).toMatchObject({ passed: true, findings: [] });
  expect(once.ends).toEqual(["memory", "done"]);
  await once.pool.close();

  const twice = starvingPool(2);
  expect(await validateText(slow(600), { ...around, pool: twice.pool })).toMatchObject({
    ...{ name: "Strategy_MOM_1f9c03ab", passed: false, phase: "execution" },
    findings: [{ phase: "execution", severity: "error", code: "memory-limit" }],
  });
  // What the text says of itself is read at the end, in a third child and without running it.
  expect(twice.ends).toEqual(["memory", "memory", "done"]);
  await twice.pool.close();
}, 60_000);

/** A folder that is both home and working directory, with a `.env` that would give itself away. */
function plant(name: string, lines: Record<string, string> = {}): string {
  const planted = join(folder, name);
  mkdirSync(planted);
  const settings = Object.entries({ ...lines, PLANTED: "1" }).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(join(planted, ".env"), settings.join(""));
  return planted;
}

test("validate: a .env where a stage runs and at home is not seen by its children, though the stage has read it", async () => {
  const planted = plant("read");
  const parent = Bun.spawn([process.execPath, join(import.meta.dir, "planted-fixture.ts")], {
    ...{ cwd: planted, env: { PATH: process.env["PATH"] ?? "", HOME: planted, TMPDIR: folder } },
    ...{ stdin: "ignore", stdout: "pipe", stderr: "inherit" },
  });
  const seen = JSON.parse(await parent.stdout.text());
  expect(seen).toEqual({ planted: "1", child: { env: [], folder: expect.any(String), files: [] } });
  expect(seen.child.folder).not.toStartWith(planted);
});

test.if(isLinux)(
  "validate: the stage that its clone's .env sets up judges in children that get none of it",
  async () => {
    const config = await writeConfig(mkdtempSync(join(folder, "set-up-")));
    const settings = { DATABASE_URL: database.url, SIXBTC_CONFIG: config, SIXBTC_HOME: folder };
    const clone = cloneTo(plant("clone", settings));
    const name = await insert(endless);
    const stage = Bun.spawn([process.execPath, "--no-env-file", join(clone, "cli", "main.ts"), "validate", "--watch"], {
      cwd: clone,
      env: { PATH: process.env["PATH"] ?? "", HOME: clone, TMPDIR: folder, PLANTED: "2" },
      ...{ stdin: "ignore", stdout: "ignore", stderr: "ignore" },
    });
    started.push(stage);
    // That it judges at all shows that the .env was read: nothing else names the database.
    const child = await busyChildOf(stage.pid);
    const cwd = readlinkSync(`/proc/${child}/cwd`);
    // How Bun is to take memory, how much, and where its parent listens.
    expect(
      startedWith(child).filter((name) => !/^((MIMALLOC|NODE_CHANNEL)_|SIXBTC_(PRLIMIT|MEMORY_MB)$)/.test(name)),
    ).toEqual([]);
    expect(commandOf(child).slice(1)).toEqual(["--no-env-file", join(clone, ENTRY)]);
    expect(cwd).not.toStartWith(clone);
    expect(readdirSync(cwd)).toEqual([]);

    stage.kill("SIGTERM");
    expect(await stage.exited).toBe(0);
    await untilGone(child);
    expect(await rowOf(name)).toMatchObject({ status: "GENERATED", lease: null, attempts: 0 });
  },
  60_000,
);
