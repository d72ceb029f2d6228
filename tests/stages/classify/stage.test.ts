import { afterEach, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";
import { openStage } from "../../../stages/classify/stage.ts";
import { testDatabase } from "../../support/database.ts";
import { makePass } from "../../support/stage-pass.ts";
import { insertTested, noise } from "../../support/tested-strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(8);
  sql = database.client();
});
afterEach(async () => {
  await sql`delete from backtests`;
  await sql`delete from strategies`;
});

const pass = (call: { dryRun?: boolean } = {}, home = "") =>
  makePass({ stage: "classify", openStage, db, call, ...(home !== "" && { home }) });

const TYPES = ["TRD", "MOM", "REV", "VOL", "CDL"] as const;
const TIMEFRAMES = ["15m", "30m", "1h", "2h"] as const;
const DIRECTIONS = ["long", "short", "both"] as const;

/** Different in everything, so that no limit but the total one stands between them. */
function insertVaried(i: number) {
  const [type, timeframe, direction] = [TYPES[i % 5]!, TIMEFRAMES[i % 4]!, DIRECTIONS[i % 3]!];
  return insertTested(db, { type, timeframe, direction, score: 80 - i });
}

const statuses = async () =>
  Object.fromEntries((await sql`select name, status from strategies`).map((row) => [row["name"], row["status"]]));
const eventCount = async () => Number((await sql`select count(*) as n from events`)[0]?.["n"]);

test("classify: nothing tested is an answer, not an error", async () => {
  expect(await pass()).toEqual([]);
});

test("classify: selects the best ten, and says of each other what it lost against", async () => {
  const made: { id: number; name: string }[] = [];
  for (let i = 0; i < 12; i++) made.push(await insertVaried(i));
  const outcomes = await pass();
  expect(outcomes.map(({ verdict }) => verdict)).toEqual([...Array(10).fill("selected"), "passed-over", "passed-over"]);
  expect(outcomes[0]).toMatchObject({ strategy: made[0]!.name, reason: "rank 1 with score 80.0", rank: 1, score: 80 });
  expect(outcomes[11]).toMatchObject({ strategy: made[11]!.name, reason: "10 better ones are chosen or live" });
  expect(Object.values(await statuses()).filter((status) => status === "SELECTED")).toHaveLength(10);
  const [event] = await sql`select * from events where strategy_name = ${made[2]!.name} order by id desc limit 1`;
  expect(event).toMatchObject({
    ...{ kind: "strategy.selected", stage: "classify", from_status: "TESTED", to_status: "SELECTED" },
    ...{ reason: "rank 3 with score 78.0", numbers: { rank: 3, score: 78, obstacle: null } },
  });

  const before = [await statuses(), await eventCount()];
  expect((await pass()).map(({ verdict }) => verdict).slice(0, 10)).toEqual(Array(10).fill("kept"));
  expect([await statuses(), await eventCount()]).toEqual(before);
});

test("classify: a better newcomer of the same kind displaces, and the one that drops out stays tested", async () => {
  const old = [];
  for (const score of [70, 60, 50]) old.push(await insertTested(db, { type: "MOM", score }));
  await pass();
  const newcomer = await insertTested(db, { type: "MOM", score: 65 });
  const outcomes = await pass();
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(["kept", "selected", "kept", "dropped"]);
  const names = [old[0]!.name, newcomer.name, old[1]!.name];
  const reason = `3 MOM are chosen or live already: ${names.join(", ")}`;
  expect(outcomes[3]).toMatchObject({ strategy: old[2]!.name, reason });
  const [row] = await sql`select status, selected_at, tested_at from strategies where id = ${old[2]!.id}`;
  expect(row).toMatchObject({ status: "TESTED", selected_at: null, tested_at: expect.any(Date) });
  const [event] = await sql`select * from events where strategy_name = ${old[2]!.name} order by id desc limit 1`;
  expect(event).toMatchObject({ kind: "strategy.dropped", reason });
  expect(event?.["numbers"]).toMatchObject({ rank: 4, obstacle: { kind: "group", limit: 3, members: names } });
});

test("classify: what is live counts, for numbers and for correlation, and is not moved", async () => {
  const [inSample, outOfSample] = [noise("in", 60), noise("out", 30)];
  const live = await insertTested(db, {
    ...{ status: "LIVE", type: "TRD", score: 41 },
    returns: [inSample, outOfSample],
  });
  const twin = await insertTested(db, {
    ...{ type: "VOL", timeframe: "1h", direction: "long", score: 90 },
    returns: [inSample, outOfSample.map((value) => value * 3)],
  });
  const inverse = await insertTested(db, {
    ...{ type: "CDL", timeframe: "2h", direction: "short", score: 45 },
    returns: [inSample.map((value) => -value), outOfSample.map((value) => -value)],
  });
  const [first, second] = await pass();
  expect(first).toMatchObject({ verdict: "passed-over", reason: `correlation 0.87 with ${live.name}` });
  expect(second).toMatchObject({ verdict: "selected" });
  expect(await statuses()).toEqual({ [live.name]: "LIVE", [twin.name]: "TESTED", [inverse.name]: "SELECTED" });
});

test("classify: strategies that share too few days are not put side by side", async () => {
  const better = await insertTested(db, { score: 60, returns: [noise("a", 10), noise("b", 9)] });
  const worse = await insertTested(db, { score: 55, type: "TRD", returns: [noise("c", 60), noise("d", 60)] });
  expect((await pass())[1]).toMatchObject({
    strategy: worse.name,
    reason: `no correlation to be had from 19 days in common with ${better.name}`,
  });
});

test("classify: a dry run says the same and changes nothing", async () => {
  for (let i = 0; i < 12; i++) await insertVaried(i);
  const before = [await statuses(), await eventCount()];
  const would = await pass({ dryRun: true });
  expect([await statuses(), await eventCount()]).toEqual(before);
  expect(would).toEqual((await pass()).map((outcome) => ({ ...outcome, dryRun: true })));
});

test("classify: passes at the same time select each strategy once, and never more than ten", async () => {
  for (let i = 0; i < 12; i++) await insertVaried(i);
  const passes = await Promise.all([pass(), pass(), pass()]);
  const selected = passes.flat().filter(({ verdict }) => verdict === "selected");
  expect(new Set(selected.map(({ strategy }) => strategy)).size).toBe(10);
  expect(selected).toHaveLength(10);
  expect(Object.values(await statuses()).filter((status) => status === "SELECTED")).toHaveLength(10);
});

test("classify: a strategy that goes live during the pass is counted as live", async () => {
  const made: { id: number; name: string }[] = [];
  for (const score of [70, 60, 50]) made.push(await insertTested(db, { type: "MOM", score }));
  await pass();
  const newcomer = await insertTested(db, { type: "MOM", score: 65 });
  const deploying = database.client();
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const { promise: isMoved, resolve: moved } = Promise.withResolvers<void>();
  const deployed = deploying.begin(async (tx) => {
    await tx`update strategies set status = 'LIVE' where id = ${made[2]!.id}`;
    moved();
    await mayCommit;
  });
  await isMoved;
  const passing = pass();
  while (
    (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
      .length === 0
  )
    await Bun.sleep(5);
  commit();
  await deployed;
  expect((await passing).map(({ verdict }) => verdict)).toEqual(["kept", "selected", "dropped"]);
  const [first, second, third] = made.map(({ name }) => name);
  const expected = { [first!]: "SELECTED", [newcomer.name]: "SELECTED", [second!]: "TESTED", [third!]: "LIVE" };
  expect(await statuses()).toEqual(expected);
});

test("classify: a strategy that somebody works on stops the pass, which leaves no half of it behind", async () => {
  for (let i = 0; i < 3; i++) await insertVaried(i);
  const worst = await insertVaried(4);
  await sql`update strategies set processing_by = 'x', lease = 1, lease_expires_at = now() + interval '1 hour'
    where id = ${worst.id}`;
  await expect(pass()).rejects.toMatchObject({ code: "classify.claimed" });
  expect(new Set(Object.values(await statuses()))).toEqual(new Set(["TESTED"]));
});

test("classify: what was tested on candles that are used no more is not chosen, and dropped if it was", async () => {
  const home = mkdtempSync(join(tmpdir(), "sixbtc-classify-"));
  const [synthetic, real] = [await insertVaried(0), await insertVaried(1)];
  await sql`update strategies set exchange = 'synthetic' where id = ${synthetic.id}`;
  await sql`update strategies set exchange = 'binanceusdm' where id = ${real.id}`;
  expect((await pass({}, home)).map(({ verdict }) => verdict)).toEqual(["selected", "selected"]);
  const [market] = synthesizeMarket({ seed: 1, coins: ["BTC"], timeframe: "15m", startMs: 0, bars: 10 });
  const series = { exchange: "binanceusdm", coin: "BTC", timeframe: "15m" } as const;
  await openCandleStore(home).write(series, { source: "test", synthetic: false }, { candles: market!.candles });
  const outcomes = await pass({}, home);
  expect(outcomes.map(({ strategy, verdict }) => [strategy, verdict])).toEqual([
    [real.name, "kept"],
    [synthetic.name, "dropped"],
  ]);
  expect(outcomes[1]).toMatchObject({
    ...{ reason: "it was tested on candles of synthetic, and those of binanceusdm are used now", rank: 1 },
  });
  rmSync(home, { recursive: true });
});
