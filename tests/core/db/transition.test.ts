import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { transition } from "../../../core/db/transition.ts";
import { testDatabase } from "../../support/database.ts";
import { insertSome } from "../../support/strategies.ts";

const database = testDatabase();
const actor = { stage: "classify", process: "test" };
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open();
  sql = database.client();
});

async function inStatus(status: string): Promise<number> {
  const { inserted } = await insertSome(db, 1);
  await sql`update strategies set status = ${status}, tested_at = '2026-01-01' where id = ${inserted[0]!.id}`;
  return inserted[0]!.id;
}
const rowOf = async (id: number) => (await sql`select * from strategies where id = ${id}`)[0];

test("transition: moves a strategy once, with patch, time and event", async () => {
  const id = await inStatus("TESTED");
  const move = { id, from: "TESTED", to: "SELECTED", actor, reason: "rank 1" } as const;
  expect(await transition(db, { ...move, numbers: { score: 61.5 }, patch: { score: 61.5 } })).toBe(true);
  expect(await transition(db, move)).toBe(false);
  const row = await rowOf(id);
  expect(row).toMatchObject({ status: "SELECTED", score: 61.5 });
  expect(row?.["selected_at"]).not.toBeNull();
  const told = await sql`select * from events where strategy_id = ${id} and stage = 'classify'`;
  expect([...told]).toMatchObject([{ kind: "strategy.selected", from_status: "TESTED", reason: "rank 1" }]);
});

test("transition: one that drops out of the chosen keeps the time of its test", async () => {
  const id = await inStatus("SELECTED");
  expect(await transition(db, { id, from: "SELECTED", to: "TESTED", actor, reason: "rank 11" })).toBe(true);
  const row = await rowOf(id);
  expect(row?.["tested_at"]).toEqual(new Date("2026-01-01"));
  expect(row).toMatchObject({ status: "TESTED", selected_at: null });
  const [event] = await sql`select kind from events where strategy_id = ${id} and to_status = 'TESTED'`;
  expect(event).toMatchObject({ kind: "strategy.dropped" });
});

test("transition: what somebody works on stays theirs; what a dead process claimed does not", async () => {
  const id = await inStatus("TESTED");
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const [claim] = await queue.claim({ status: "TESTED", name: (await rowOf(id))?.["name"] });
  const move = { id, from: "TESTED", to: "RETIRED", actor, reason: "old" } as const;
  expect(await transition(db, move)).toBe(false);
  await sql`update strategies set lease_expires_at = now() - interval '1 second' where id = ${id}`;
  expect(await transition(db, move)).toBe(true);
  await expect(claim!.release("SELECTED")).rejects.toMatchObject({ code: "claim.lost" });
  await queue.close();
});
