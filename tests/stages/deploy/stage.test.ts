import { afterEach, beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Config } from "../../../core/config/schema.ts";
import type { Database } from "../../../core/db/database.ts";
import type { Writer } from "../../../core/db/records.ts";
import { positions, trades } from "../../../core/db/schema.ts";
import { lockSubaccount } from "../../../core/db/subaccount-changes.ts";
import { createWaker } from "../../../core/db/waker.ts";
import { openStage } from "../../../stages/deploy/stage.ts";
import { testDatabase } from "../../support/database.ts";
import { makePass } from "../../support/stage-pass.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(8);
  sql = database.client();
});
afterEach(async () => {
  for (const table of ["positions", "trades", "backtests", "subaccounts", "strategies"]) {
    await sql`delete from ${sql(table)}`;
  }
});

const pass = (settings: Partial<Config["deploy"]> = {}, call: { dryRun?: boolean } = {}) =>
  makePass({
    ...{ stage: "deploy", openStage, db, call },
    change: (config) => ({ ...config, deploy: { ...config.deploy, subaccounts: 2, ...settings } }),
  });
const verdicts = (outcomes: { verdict: string; strategy?: string }[]) =>
  outcomes.map(({ verdict, strategy }) => (strategy === undefined ? verdict : `${verdict} ${strategy}`));

const accountOf = async (strategyId: number) =>
  (await sql`select * from subaccounts where strategy_id = ${strategyId}`)[0]!;
const statusOf = async (id: number) => (await sql`select status from strategies where id = ${id}`)[0]?.["status"];
const lastEvent = async (name: string) =>
  (await sql`select * from events where strategy_name = ${name} order by id desc limit 1`)[0];
const eventCount = async () => Number((await sql`select count(*) as n from events`)[0]?.["n"]);
const everything = () => sql`select s.status, a.* from subaccounts a left join strategies s on s.id = a.strategy_id
  order by a.name`;

async function deployed(score = 50) {
  const strategy = await insertTested(db, { status: "SELECTED", score });
  await pass();
  return { ...strategy, subaccountId: Number((await accountOf(strategy.id))["id"]) };
}

type OnDesk = Awaited<ReturnType<typeof deployed>>;

async function openPosition({ id: strategyId, subaccountId }: OnDesk, writer: Writer = db.orm) {
  const at = new Date();
  await writer.insert(positions).values({
    ...{ subaccountId, strategyId, coin: "BTC", direction: "long", entryAt: at, entryPrice: 100, qty: 10, leverage: 1 },
    ...{ notionalUsd: 1000, marginUsd: 1000, stopDistance: 2, stopPrice: 98, bestPrice: 100, markPrice: 100 },
    ...{ liquidationPrice: 5, bankruptcyPrice: 0, fundedUntilAt: at, markedAt: at },
  });
}

/** Trades of 1,000 USD, one an hour, and the equity and cash that they lead to. */
async function bookTrades({ id: strategyId, subaccountId }: OnDesk, pnls: number[]) {
  const from = Date.now();
  const at = (i: number) => new Date(from + i * 3_600_000);
  await db.orm.insert(trades).values(
    pnls.map((pnlUsd, i) => ({
      ...{ subaccountId, strategyId, coin: "BTC", direction: "long" as const, entryAt: at(i), entryPrice: 100 },
      ...{ exitAt: at(i + 1), exitPrice: 101, qty: 10, notionalUsd: 1000, feesUsd: 1, fundingUsd: 0, pnlUsd },
      reason: "signal",
    })),
  );
  const total = pnls.reduce((sum, pnl) => sum + pnl, 0);
  await sql`update subaccounts set cash_usd = cash_usd + ${total}, equity_usd = equity_usd + ${total}
    where id = ${subaccountId}`;
}

test("deploy: makes the subaccounts, puts the best on them, and lets the others wait", async () => {
  const made = [];
  for (const score of [50, 70, 60]) made.push(await insertTested(db, { status: "SELECTED", score }));
  const [third, first, second] = made.map(({ name }) => name);
  const outcomes = await pass();
  expect(verdicts(outcomes)).toEqual([`deployed ${first}`, `deployed ${second}`, `waiting ${third}`]);
  expect(await accountOf(made[1]!.id)).toMatchObject({
    ...{ name: "paper-01", is_paper: true, acted_until_at: null, pending: null, assigned_at: expect.any(Date) },
    ...{ capital_usd: "10000", cash_usd: "10000", equity_usd: "10000", peak_equity_usd: "10000" },
  });
  expect(await lastEvent(first!)).toMatchObject({
    ...{ kind: "strategy.live", stage: "deploy", from_status: "SELECTED", to_status: "LIVE" },
    ...{
      reason: "the best that waited for paper-01",
      numbers: { subaccount: "paper-01", capitalUsd: 10_000, score: 70 },
    },
  });

  const before = [await everything(), await eventCount()];
  expect(verdicts(await pass())).toEqual([`kept ${first}`, `kept ${second}`, `waiting ${third}`]);
  expect([await everything(), await eventCount()]).toEqual(before);
});

test("deploy: nothing selected and nothing live is an answer; a strategy without coins is refused", async () => {
  expect(await pass()).toEqual([]);
  const { id, name } = await insertTested(db, { status: "SELECTED", universe: [] });
  expect(await pass()).toEqual([{ verdict: "refused", strategy: name, reason: "it has no coins" }]);
  expect(await statusOf(id)).toBe("SELECTED");
});

test("deploy: what needs more bars than the desk sees is passed over and stays SELECTED, the next best goes", async () => {
  const long = await insertTested(db, { status: "SELECTED", score: 90, warmupBars: 5001 });
  const fits = await insertTested(db, { status: "SELECTED", score: 80, warmupBars: 5000 });
  const reason = "its signals need 5001 bars, and the desk can count on 5000";
  const refused = { verdict: "refused", strategy: long.name, reason };
  const would = await pass({ subaccounts: 1 }, { dryRun: true });
  expect(would[0]).toEqual({ ...refused, dryRun: true });
  const outcomes = await pass({ subaccounts: 1 });
  expect(outcomes[0]).toEqual(refused);
  expect(verdicts(outcomes)).toEqual([`refused ${long.name}`, `deployed ${fits.name}`]);
  expect(await statusOf(long.id)).toBe("SELECTED");
  // The window is the configuration's: on a desk that sees more it is deployed.
  const wider = await makePass({
    ...{ stage: "deploy", openStage, db },
    change: (config) => ({ ...config, market: { ...config.market, liveBars: 5001 } }),
  });
  expect(verdicts(wider)).toEqual([`kept ${fits.name}`, `deployed ${long.name}`]);
});

test("deploy: who degraded is retired with the numbers; flat, its subaccount gets its stake and the next one", async () => {
  const old = await deployed();
  await bookTrades(old, Array(10).fill(-10));
  const next = await insertTested(db, { status: "SELECTED" });
  const outcomes = await pass({ subaccounts: 1 });
  expect(verdicts(outcomes)).toEqual([
    `retired ${old.name}`,
    `freed ${old.name}`,
    "rebalanced",
    `deployed ${next.name}`,
  ]);
  expect(outcomes[2]).toMatchObject({ subaccount: "paper-01", fromUsd: 9900, toUsd: 10_000, transferUsd: 100 });
  expect(await statusOf(old.id)).toBe("RETIRED");
  const [event] = await sql`select * from events where strategy_id = ${old.id} and kind = 'strategy.retired'`;
  expect(event).toMatchObject({ reason: "10 losing trades in a row", from_status: "LIVE", to_status: "RETIRED" });
  expect(event?.["numbers"]).toMatchObject({ lossesInARow: 10, drawdown: 0.01, trades: 10, subaccount: "paper-01" });
  expect(await lastEvent(old.name)).toMatchObject({ kind: "subaccount.freed", numbers: { cashUsd: 9900 } });
  expect(await accountOf(next.id)).toMatchObject({ name: "paper-01", cash_usd: "10000", peak_equity_usd: "10000" });
});

test("deploy: without rebalancing the next one begins with what the last one left", async () => {
  const old = await deployed();
  await bookTrades(old, Array(10).fill(-10));
  const next = await insertTested(db, { status: "SELECTED" });
  const outcomes = await pass({ subaccounts: 1, rebalanceEnabled: false });
  expect(verdicts(outcomes)).toEqual([`retired ${old.name}`, `freed ${old.name}`, `deployed ${next.name}`]);
  expect(await accountOf(next.id)).toMatchObject({ capital_usd: "9900", cash_usd: "9900", peak_equity_usd: "9900" });
});

test("deploy: a retired strategy keeps its subaccount until its positions are closed", async () => {
  const old = await deployed();
  await bookTrades(old, Array(10).fill(-10));
  await openPosition(old);
  const next = await insertTested(db, { status: "SELECTED" });
  const settings = { subaccounts: 1 };
  expect(verdicts(await pass(settings))).toEqual([
    `retired ${old.name}`,
    `closing ${old.name}`,
    `waiting ${next.name}`,
  ]);
  expect(verdicts(await pass(settings))).toEqual([`closing ${old.name}`, `waiting ${next.name}`]);
  await sql`delete from positions`;
  expect(verdicts(await pass(settings))).toEqual([`freed ${old.name}`, "rebalanced", `deployed ${next.name}`]);
});

test("deploy: what the desk recorded is compared with the out-of-sample backtest", async () => {
  // 90 trades in 30 days, 0.4 % each; on the desk 24 in 20 days, 0.1 % each.
  const strategy = await deployed();
  await bookTrades(strategy, Array(12).fill([7, -5]).flat());
  await sql`update subaccounts set acted_until_at = assigned_at + interval '20 days'`;
  const [retired] = await pass();
  expect(retired).toMatchObject({
    ...{ verdict: "retired", days: 20, trades: 24, expectedTrades: 60, backtestExpectancy: 0.004 },
    reason: "expectancy 0.1 % a trade, 75.0 % below its backtest; 60.0 % of 60 expected trades missing",
  });
});

test("deploy: a dry run says the same, on a database that is new too, and changes nothing", async () => {
  const old = await insertTested(db, { status: "SELECTED" });
  expect(await pass({}, { dryRun: true })).toMatchObject([{ verdict: "deployed", strategy: old.name, dryRun: true }]);
  expect(await sql`select 1 from subaccounts`).toHaveLength(0);
  await pass();
  await bookTrades({ ...old, subaccountId: Number((await accountOf(old.id))["id"]) }, Array(10).fill(-10));
  await insertTested(db, { status: "SELECTED" });
  const before = [await everything(), await eventCount()];
  const would = await pass({}, { dryRun: true });
  expect([await everything(), await eventCount()]).toEqual(before);
  expect(would).toEqual((await pass()).map((outcome) => ({ ...outcome, dryRun: true })));
});

test("deploy: passes at the same time give each strategy one subaccount, and each subaccount one strategy", async () => {
  const made = [];
  for (let i = 0; i < 8; i++) made.push(await insertTested(db, { status: "SELECTED", score: 80 - i }));
  const passes = await Promise.all(Array.from({ length: 4 }, () => pass({ subaccounts: 5 })));
  const placed = passes.flat().filter(({ verdict }) => verdict === "deployed");
  expect(new Set(placed.map(({ strategy }) => strategy)).size).toBe(placed.length);
  expect(new Set(placed.map(({ subaccount }) => subaccount)).size).toBe(placed.length);
  await pass({ subaccounts: 5 });
  const rows = await everything();
  expect(rows.map((row) => row["status"])).toEqual(Array(5).fill("LIVE"));
  const [live] = await sql`select count(*)::int as n from strategies where status = 'LIVE'`;
  expect(live).toEqual({ n: 5 });
});

test("deploy: cut short between the two halves of a deployment, neither is there", async () => {
  const { id, name } = await insertTested(db, { status: "SELECTED" });
  await pass({}, { dryRun: true });
  const before = await eventCount();
  await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'cut short'; end $$`;
  await sql`create trigger fail before update on subaccounts for each row execute function fail()`;
  await expect(pass()).rejects.toThrow();
  await sql`drop function fail cascade`;
  expect(await statusOf(id)).toBe("SELECTED");
  expect(await eventCount()).toBe(before + 2);
  expect(verdicts(await pass())).toEqual([`deployed ${name}`]);
});

test("deploy: a position that is being opened while the subaccount is freed is not left without one", async () => {
  const old = await deployed();
  await sql`update strategies set status = 'RETIRED' where id = ${old.id}`;
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const opening = db.orm.transaction(async (tx) => {
    await lockSubaccount(tx, "paper-01");
    locked();
    await mayCommit;
    await openPosition(old, tx);
  });
  await isLocked;
  const passing = pass();
  while (
    (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
      .length === 0
  )
    await Bun.sleep(5);
  commit();
  await opening;
  expect(verdicts(await passing)).toEqual([`overtaken ${old.name}`]);
  expect(await accountOf(old.id)).toMatchObject({ name: "paper-01" });
});

test("deploy: a subaccount that becomes free wakes who fills it", async () => {
  const { id } = await deployed();
  const waker = await createWaker(db, ["RETIRED"]);
  const soon = AbortSignal.timeout(5000);
  // What rings at every new beginning is not what is looked for.
  await waker.wake(soon);
  await sql`update subaccounts set cash_usd = 1 where strategy_id = ${id}`;
  const woken = waker.wake(soon);
  expect(await Promise.race([woken.then(() => "woken"), Bun.sleep(50)])).toBeUndefined();
  await sql`update subaccounts set strategy_id = null where strategy_id = ${id}`;
  await woken;
  expect(soon.aborted).toBe(false);
  await waker.close();
});

test("deploy: money is not what this trades: dryRun false is refused", async () => {
  const live = makePass({ stage: "deploy", openStage, db, change: (config) => ({ ...config, dryRun: false }) });
  await expect(live).rejects.toMatchObject({ code: "deploy.paper-only", exitCode: 3 });
  expect(await sql`select 1 from subaccounts`).toHaveLength(0);
});
