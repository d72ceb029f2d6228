import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { fillStore, hourStrategy, insertValidated, SLOW } from "../../stages/backtest/gate-world.ts";
import { writeConfig } from "../../support/config.ts";
import { testDatabase } from "../../support/database.ts";
import { runCli, startCli } from "../../support/run-cli.ts";

const PATIENCE_MS = 30_000;
const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-by-name-"));
let db: Database;
let sql: postgres.Sql;
let config = "";

beforeAll(async () => {
  db = database.open();
  sql = database.client();
  config = await writeConfig(folder, { "market.timeframes": ["1h"] });
  await fillStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const backtest = (...args: string[]) => runCli(["backtest", ...args], env());
const env = () => ({ DATABASE_URL: database.url, SIXBTC_HOME: folder, SIXBTC_CONFIG: config });
const statusOf = async (name: string) =>
  (await sql`select status, lease from strategies where name = ${name}`).map(({ status, lease }) => [status, lease]);
const looksOf = async (name: string) =>
  (await sql`select kind, verdict from trials where strategy_name = ${name} and kind <> 'candidate' order by id`).map(
    ({ kind, verdict }) => `${kind} ${verdict}`,
  );

test(
  "backtest --strategy: one that waits is settled, with a table for people",
  async () => {
    const name = await insertValidated(db, hourStrategy({ hour: 0 }));
    const { code, stdout, stderr } = await backtest("--strategy", name);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("SYNTHETIC CANDLES");
    expect(stdout).toMatch(/^ +in sample +out of sample$/m);
    expect(stdout).toMatch(/^Sharpe +\d+\.\d\d +\d+\.\d\d$/m);
    expect(stdout).toMatch(/^buy and hold +-?\d+\.\d% +-?\d+\.\d%$/m);
    expect(stdout).toMatch(/^permutation +passed\n +p of permuted markets +0\.01 +< 0\.05$/m);
    expect(stdout).toMatch(/^deflated +passed\n +deflated Sharpe +\S+ +>= 0\.95$/m);
    expect(stdout).toContain("Passed every gate.");
    expect(stdout).toContain("It is TESTED now.");
    expect(await statusOf(name)).toEqual([["TESTED", null]]);

    const again = await backtest("--strategy", name, "--json");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ name, passed: true, failed: null, status: "TESTED" });
    expect(await statusOf(name)).toEqual([["TESTED", null]]);
    const passed = ["in-sample passed", "out-of-sample passed", "walk-forward passed", "backtest passed"];
    expect(await looksOf(name)).toEqual([...passed, ...passed]);
  },
  PATIENCE_MS,
);

test(
  "backtest --strategy: a verdict of no is exit code 1, with the gate and its numbers",
  async () => {
    const name = await insertValidated(db, hourStrategy({ hour: 12 }));
    await sql`update strategies set status = 'SELECTED' where name = ${name}`;
    const kept = await backtest("--strategy", name, "--json");
    expect(kept.code).toBe(1);
    expect(JSON.parse(kept.stdout)).toMatchObject({
      ...{ name, passed: false, failed: { gate: "in-sample", reason: "Sharpe below 1" }, outOfSample: null },
      ...{ status: "SELECTED", synthetic: true, numbers: { "in-sample": { cells: 140 } } },
    });
    expect(await statusOf(name)).toEqual([["SELECTED", null]]);
    expect(await looksOf(name)).toEqual(["in-sample rejected", "backtest rejected"]);

    await sql`update strategies set status = 'VALIDATED' where name = ${name}`;
    const gone = await backtest("--strategy", name);
    expect(gone.code).toBe(1);
    expect(gone.stdout).toMatch(/^ +Sharpe +-?\d+\.\d+ +>= 1 +FAILED$/m);
    expect(gone.stdout).toContain("Failed at in-sample: Sharpe below 1.");
    expect(gone.stdout).toContain("Its row is deleted.");
    expect(await statusOf(name)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "backtest --strategy: Ctrl-C ends it at once, with the strategy as it was",
  async () => {
    const name = await insertValidated(db, hourStrategy({ hour: 0, before: SLOW }));
    const { child, result } = startCli(["backtest", "--strategy", name], env());
    const leases = () => sql`select id from strategies where name = ${name} and lease is not null`;
    while ((await leases()).length === 0) await Bun.sleep(20);
    const toldMs = performance.now();
    child.kill("SIGINT");
    expect(await result).toEqual({ code: 130, stdout: "", stderr: "" });
    expect(performance.now() - toldMs).toBeLessThan(3000);
    expect(await sql`select status, lease, attempts from strategies where name = ${name}`).toMatchObject([
      { status: "VALIDATED", lease: null, attempts: 0 },
    ]);
    expect(await looksOf(name)).toEqual([]);
    await sql`delete from strategies where name = ${name}`;
  },
  PATIENCE_MS,
);

test(
  "backtest --strategy: a name that is not there is exit code 1, candles that are not there 3",
  async () => {
    const unknown = await backtest("--strategy", "Strategy_MOM_nobody", "--json");
    expect([unknown.code, unknown.stdout]).toEqual([1, ""]);
    const name = await insertValidated(db, hourStrategy({ hour: 0, timeframe: "15m" }), "15m");
    const { code, stdout, stderr } = await backtest("--strategy", name, "--json");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("there are no 15m candles");
    expect(await statusOf(name)).toEqual([["VALIDATED", null]]);
  },
  PATIENCE_MS,
);
