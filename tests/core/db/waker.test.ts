import { afterEach, beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { createWaker, type Waker } from "../../../core/db/waker.ts";
import { testDatabase } from "../../support/database.ts";
import { insertSome } from "../../support/strategies.ts";

const database = testDatabase();
const actor = { stage: "validate", process: "test" };
const wakers: Waker[] = [];
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open();
  sql = database.client();
});
afterEach(async () => {
  for (const waker of wakers.splice(0)) await waker.close();
  await sql`delete from strategies`;
});

async function wakerFor(...statuses: Parameters<typeof createWaker>[1]): Promise<Waker> {
  const waker = await createWaker(db, statuses);
  wakers.push(waker);
  await quiet(waker);
  return waker;
}

/** One that rings while somebody waits rings once more for whoever was busy. */
async function quiet(waker: Waker): Promise<void> {
  while (await rings(waker, 50));
}

/** Whether the waker rings within the time. */
async function rings(waker: Waker, ms = 150): Promise<boolean> {
  const timeout = AbortSignal.timeout(ms);
  await waker.wake(timeout);
  return !timeout.aborted;
}

test("waker: an inserted, a settled and a given back strategy wake those who wait for its status", async () => {
  const [generated, validated] = [await wakerFor("GENERATED"), await wakerFor("VALIDATED", "TESTED")];
  await insertSome(db, 3);
  expect(await rings(generated)).toBe(true);
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const [first, second] = await queue.claim({ status: "GENERATED", limit: 2 });
  expect(await rings(validated)).toBe(false);
  await first!.release("VALIDATED");
  expect(await rings(validated)).toBe(true);
  await quiet(generated);
  await second!.giveBack();
  expect(await rings(generated)).toBe(true);
  await queue.close();
});

test("waker: claims and heartbeats wake nobody", async () => {
  await insertSome(db, 1);
  const waker = await wakerFor("GENERATED");
  const queue = createQueue(db, { ...actor, leaseSec: 0.15, onFault: () => undefined });
  await queue.claim({ status: "GENERATED" });
  expect(await rings(waker, 300)).toBe(false);
  await queue.close();
});

test("waker: what was told between two waits is kept, and many are one", async () => {
  const waker = await wakerFor("GENERATED");
  await insertSome(db, 2);
  await insertSome(db, 2);
  await Bun.sleep(100);
  expect(await rings(waker)).toBe(true);
  expect(await rings(waker)).toBe(false);
});

test("waker: one told while another waits is not lost on who was busy meanwhile", async () => {
  const waker = await wakerFor("GENERATED");
  const waiting = rings(waker, 2000);
  await insertSome(db, 2);
  expect(await waiting).toBe(true);
  expect(await rings(waker)).toBe(true);
});

test("waker: a broken connection comes back and wakes, since something may have been missed", async () => {
  const waker = await wakerFor("GENERATED");
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'sixbtc listen' and datname = current_database()`;
  expect(await rings(waker, 5000)).toBe(true);
  await insertSome(db, 1);
  expect(await rings(waker)).toBe(true);
});
