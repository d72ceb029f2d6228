import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { insertStrategies } from "../../../core/db/insert-strategies.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { countTrials } from "../../../core/db/records.ts";
import { testDatabase } from "../../support/database.ts";
import { newStrategy } from "../../support/strategies.ts";

const database = testDatabase();
const actor = { stage: "generate", process: "test" };
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(8);
  sql = database.client();
});

test("insertStrategies: each enters with its trial and its event", async () => {
  const rows = [newStrategy({ lineage: { seed: 7, parents: ["A"] } }), newStrategy()];
  const { inserted, skipped } = await insertStrategies(db, rows, actor);
  expect([inserted.length, skipped]).toEqual([2, 0]);
  const [trial] = await sql`select * from trials where code_hash = ${rows[0]!.codeHash}`;
  expect(trial).toMatchObject({
    kind: "candidate",
    strategy_name: rows[0]!.name,
    lineage: { seed: 7, parents: ["A"] },
  });
  const [event] = await sql`select * from events where strategy_name = ${rows[0]!.name}`;
  expect(event).toMatchObject({ kind: "strategy.generated", stage: "generate", to_status: "GENERATED" });
});

test("insertStrategies: the same code is never tried twice, not even after its rejection", async () => {
  const row = newStrategy();
  await insertStrategies(db, [row], actor);
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const [claim] = await queue.claim({ status: "GENERATED", name: row.name });
  await claim!.reject({ kind: "validation", reason: "no" });
  const again = newStrategy({ codeHash: row.codeHash });
  expect(await insertStrategies(db, [row, again], actor)).toEqual({ inserted: [], skipped: 2 });
  expect(await sql`select id from strategies where code_hash = ${row.codeHash}`).toHaveLength(0);
  await queue.close();
});

test("insertStrategies: repeats within one call and taken names are left out, without a trial", async () => {
  const row = newStrategy();
  const sameName = newStrategy({ name: row.name });
  const sameCode = newStrategy({ codeHash: row.codeHash });
  const { inserted, skipped } = await insertStrategies(db, [row, sameName, sameCode], actor);
  expect([inserted.map((each) => each.name), skipped]).toEqual([[row.name], 2]);
  expect((await insertStrategies(db, [sameName], actor)).skipped).toBe(1);
  expect(await sql`select id from trials where code_hash = ${sameName.codeHash}`).toHaveLength(0);
});

test("insertStrategies: eight at once with the same strategies insert each once", async () => {
  const before = await countTrials(db.orm, "candidate");
  const rows = Array.from({ length: 40 }, () => newStrategy());
  const shuffled = (turn: number) => rows.map((_, i) => rows[(i * 7 + turn * 5) % rows.length]!);
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => insertStrategies(db, shuffled(i), actor)));
  expect(all.flatMap((each) => each.inserted)).toHaveLength(40);
  expect((await countTrials(db.orm, "candidate")) - before).toBe(40);
});

test("insertStrategies: more than one statement holds are inserted too", async () => {
  const rows = Array.from({ length: 1200 }, () => newStrategy());
  expect((await insertStrategies(db, rows, actor)).inserted).toHaveLength(1200);
});
