import { beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import type { Database } from "../../../core/db/database.ts";
import { tryLock } from "../../../core/db/singleton-lock.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
let db: Database;

beforeAll(() => {
  db = database.open();
});

test("tryLock: one holder for a name, until it releases", async () => {
  const first = await tryLock(db, "schedule");
  expect(first).not.toBeNull();
  expect(await tryLock(db, "schedule")).toBeNull();
  const other = await tryLock(db, "execute main");
  expect(other).not.toBeNull();
  await first!.release();
  expect(first!.lost.aborted).toBe(false);
  const second = await tryLock(db, "schedule");
  expect(second).not.toBeNull();
  await Promise.all([second!.release(), other!.release()]);
});

test("tryLock: the holder is told when its connection breaks, and somebody else may hold it then", async () => {
  const lock = await tryLock(db, "broken");
  const sql = database.client();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'sixbtc lock broken' and datname = current_database()`;
  const deadline = performance.now() + 2000;
  while (!lock!.lost.aborted && performance.now() < deadline) await Bun.sleep(5);
  expect(lock!.lost.reason).toMatchObject({ code: "database.lock-lost" });
  const next = await tryLock(db, "broken");
  expect(next).not.toBeNull();
  await Promise.all([lock!.release(), next!.release()]);
});

test("tryLock: a killed holder frees it", async () => {
  const fixture = join(import.meta.dir, "singleton-lock-fixture.ts");
  const holder = Bun.spawn([process.execPath, fixture, database.url], { stdout: "pipe", stderr: "inherit" });
  await holder.stdout.getReader().read();
  expect(await tryLock(db, "killed")).toBeNull();
  holder.kill("SIGKILL");
  await holder.exited;
  let lock = null;
  const deadline = performance.now() + 2000;
  while (lock === null && performance.now() < deadline) lock = await tryLock(db, "killed");
  expect(lock).not.toBeNull();
  await lock!.release();
});
