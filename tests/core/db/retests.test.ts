import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { claimRetest, giveBackRetest } from "../../../core/db/retests.ts";
import { testDatabase } from "../../support/database.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(async () => {
  db = database.open(12);
  sql = database.client();
  for (let i = 0; i < 3; i++) await insertTested(db);
  await sql`update strategies set exchange = 'test', tested_at = now() - interval '8 days'`;
  await sql`update backtests set at = now() - interval '8 days'`;
});

const DATA = [{ timeframe: "15m" as const, exchange: "test", untilMs: Date.UTC(2026, 0, 1), coins: ["ETH", "SOL"] }];
const claim = (data = DATA) => claimRetest(db, { process: "test", everyDays: 7, leaseSec: 60, data });

test("retests: many that ask at once never get one twice, and no strategy's row changes", async () => {
  const before = [...(await sql`select * from strategies order by id`)];
  const claims = [];
  for (let round = 0; round < 3; round++)
    claims.push(...(await Promise.all(Array.from({ length: 10 }, () => claim()))));
  const ids = claims.flatMap((each) => each?.strategy.id ?? []);
  expect(ids.toSorted((a, b) => a - b)).toEqual(before.map((row) => Number(row["id"])));
  expect([...(await sql`select * from strategies order by id`)]).toEqual(before);
});

test("retests: what is given back is the next that somebody gets; what ran out counts as a try", async () => {
  expect(await claim()).toBeNull();
  await sql`update retests set lease_expires_at = now() - interval '1 second'
    where strategy_id = (select max(strategy_id) from retests)`;
  const again = await claim();
  expect(await sql`select attempts from retests where lease = ${again!.lease}`).toMatchObject([{ attempts: 2 }]);
  await giveBackRetest(db, again!);
  const next = await claim();
  expect(next!.strategy.id).toBe(again!.strategy.id);
  // Nobody's any more, however late it comes.
  await giveBackRetest(db, again!);
  expect(await claim()).toBeNull();
});

test("retests: nothing is due without candles of its timeframe, exchange and coins that go on", async () => {
  await sql`update retests set lease_expires_at = now() - interval '1 second', attempts = 0`;
  const [data] = DATA;
  expect(await claim([])).toBeNull();
  expect(await claim([{ ...data!, coins: ["XRP"] }])).toBeNull();
  expect(await claim([{ ...data!, exchange: "other" }])).toBeNull();
  // The day to which insertTested's runs go.
  expect(await claim([{ ...data!, untilMs: Date.UTC(2025, 3, 1) }])).toBeNull();
  expect(await claim([{ ...data!, untilMs: Date.UTC(2025, 3, 2) }])).not.toBeNull();
});
