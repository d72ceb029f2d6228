import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Status } from "../../cli/status/read-status.ts";
import { createQueue } from "../../core/db/queue.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import { STAGE_NAMES } from "../../stages/stage.ts";
import { testDatabase } from "../support/database.ts";
import { runCli } from "../support/run-cli.ts";
import { insertSome } from "../support/strategies.ts";
import { newHome } from "../support/test-run.ts";

const database = testDatabase();
const home = mkdtempSync(join(tmpdir(), "sixbtc-status-"));
afterAll(() => rmSync(home, { recursive: true }));
let sql: postgres.Sql;
beforeAll(() => {
  sql = database.client();
});

const sixbtc = (...args: string[]) => runCli(args, { DATABASE_URL: database.url, SIXBTC_HOME: home });

async function status(): Promise<Status> {
  const { stdout, code } = await sixbtc("status", "--json");
  expect([code, stdout.split("\n").length]).toEqual([0, 2]);
  return JSON.parse(stdout);
}

test("status: a new clone shows zeros and exits 0, starting the embedded server by itself", async () => {
  const fresh = await newHome();
  const { code, stdout, stderr } = await runCli(["status", "--json"], { SIXBTC_HOME: fresh });
  expect([code, stderr]).toEqual([0, ""]);
  const shown: Status = JSON.parse(stdout);
  const zeros = { GENERATED: 0, VALIDATED: 0, TESTED: 0, SELECTED: 0, LIVE: 0, RETIRED: 0, FAILED: 0 };
  expect(shown).toMatchObject({ counts: zeros, live: [], alerts: [], dryRun: true });
  expect(shown.stages).toEqual(
    STAGE_NAMES.map((name) => ({
      name,
      enabled: true,
      running: false,
      lastActivityAt: null,
      processed24h: 0,
      rejected24h: 0,
      failed24h: 0,
    })),
  );
  expect(existsSync(join(fresh, "postgres"))).toBe(true);
});

test("status: shows the last day of each stage, what is live with its equity and drawdown, and what is wrong", async () => {
  const db = database.open();
  await insertSome(db, 5);
  const queue = createQueue(db, { stage: "validate", process: "test", leaseSec: 60, onFault: () => undefined });
  const [passed, rejected, failed] = await queue.claim({ status: "GENERATED", limit: 3 });
  await passed!.release("VALIDATED");
  await rejected!.reject({ kind: "validation", reason: "no" });
  await failed!.fail("broke");
  await queue.close();
  const { id, name } = passed!.strategy;
  await sql`update strategies set status = 'LIVE', live_at = now() where id = ${id}`;
  const [account] = await sql`
    insert into subaccounts (name, is_paper, strategy_id, capital_usd, cash_usd, equity_usd, peak_equity_usd)
    values ('paper-1', true, ${id}, 1000, 1000, 900, 1200) returning id`;
  await sql`
    insert into positions (subaccount_id, strategy_id, coin, direction, entry_at, entry_price, qty, leverage,
      notional_usd, margin_usd, stop_distance, stop_price, liquidation_price, bankruptcy_price,
      best_price, funding_usd, funded_until_at, mark_price, marked_at)
    values (${account!["id"]}, ${id}, 'BTC', 'short', now(), 100, 2, 5, 200, 40, 2, 102, 115, 120, 100, -1, now(),
      90, now())`;
  await sql`
    insert into trades (subaccount_id, strategy_id, coin, direction, entry_at, entry_price, exit_at, exit_price, qty,
      notional_usd, fees_usd, funding_usd, pnl_usd, reason)
    select ${account!["id"]}, ${id}, coin, 'long', now() - age, 1, now() - age, 1, 1, 1, 0, 0, pnl, 'stop'
    from (values ('BTC', interval '0', -7.5), ('ETH', interval '0', 2), ('SOL', interval '25 hours', 99)) as t (coin, age, pnl)`;
  await sql`insert into processes (stage, host, pid) values ('validate', 'here', 1)`;
  await sql`insert into processes (stage, host, pid, ended_at) values ('generate', 'here', 2, now())`;
  await sql`
    insert into pipeline_snapshots (counts, stages, alerts)
    values ('{}', '[]', '[{"level": "warning", "message": "the disk is nearly full", "since": 5}]')`;

  await sql`insert into task_runs (task, started_at, error) values ('a', now(), null), ('b', now(), 'broke'), ('c', now() - interval '2 days', null)`;

  const shown = await status();
  expect(shown.counts).toMatchObject({ GENERATED: 2, LIVE: 1, FAILED: 1 });
  const stage = (wanted: string) => shown.stages.find((each) => each.name === wanted);
  expect(stage("validate")).toMatchObject({ running: true, processed24h: 3, rejected24h: 1, failed24h: 1 });
  expect(Math.abs(Date.now() - stage("validate")!.lastActivityAt!)).toBeLessThan(60_000);
  expect(stage("generate")).toMatchObject({ running: false, processed24h: 5 });
  expect(stage("monitor")).toMatchObject({ processed24h: 1, lastActivityAt: expect.any(Number) });
  expect(stage("schedule")).toMatchObject({ processed24h: 2, failed24h: 1, lastActivityAt: expect.any(Number) });
  expect(shown.live).toMatchObject([
    { name, subaccount: "paper-1", equity: 900, drawdown: 0.25, openPositions: 1, openPnl: 19, todayPnl: -5.5 },
  ]);
  expect(shown.alerts.map(({ level, message }) => `${level}: ${message}`)).toEqual(
    expect.arrayContaining([
      "error: execute is enabled and does not run, while 1 strategy is live",
      "warning: the disk is nearly full",
      "warning: generate is enabled and does not run",
      "warning: 1 FAILED: `sixbtc strategy list --status FAILED` says why",
    ]),
  );
  const text = await sixbtc("status");
  expect(text.stdout).toContain("Dry run: the desk trades on paper.");
  expect(text.stdout).toMatch(/Strategy_\w+ +paper-1 +900\.00 +25\.0% +1 +19\.00 +-5\.50/);
});

test("status: a retired strategy that still holds a position is an alert", async () => {
  await sql`update strategies set status = 'RETIRED', retired_at = now() where status = 'LIVE'`;
  const shown = await status();
  expect(shown.live).toEqual([]);
  expect(shown.alerts.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^Strategy_\w+ is live no more and still holds 1 position$/),
  );
});

test("status: says when candles are synthetic", async () => {
  const time = Float64Array.of(0, timeframeMs("1h"));
  const column = () => Float64Array.of(1, 1);
  const candles = { length: 2, time, open: column(), high: column(), low: column(), close: column(), volume: column() };
  const store = openCandleStore(home);
  const series = { coin: "BTC", timeframe: "1h" } as const;
  await store.write({ exchange: "synthetic", ...series }, { source: "synthetic", synthetic: true }, { candles });
  const shown = await status();
  expect(shown.candles).toMatchObject({ series: 1, synthetic: 1, newestAt: timeframeMs("1h") });
  expect(shown.candles.used).toMatchObject([{ exchange: "synthetic", synthetic: true, newestAt: timeframeMs("1h") }]);
  expect((await sixbtc("status")).stdout).toContain("SYNTHETIC CANDLES: ");

  await store.write({ exchange: "files", ...series }, { source: "csv", synthetic: false }, { candles });
  const { stdout } = await sixbtc("status");
  expect(stdout).not.toContain("SYNTHETIC");
  expect(stdout).toMatch(/^Candles: files for 1h 2h, 1 file, the newest candle opened \d+d ago\.$/m);
  expect(stdout).toContain("1 file of other exchanges: no stage uses them.");
  const path = store.pathOf({ exchange: "files", ...series });
  writeFileSync(path, "rubbish");
  expect((await status()).alerts.map(({ message }) => message)).toContain(`${path}: it has no column time`);
});
