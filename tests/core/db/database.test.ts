import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

const KILL_OWN = sql`select pg_terminate_backend(pg_backend_pid())`;

test("database: a connection lost inside a transaction leaves its place in the pool usable", async () => {
  const db = database.open(2);
  for (let i = 0; i < 2; i++) {
    const broken = db.orm.transaction((tx) => tx.execute(KILL_OWN));
    expect(await broken.catch((error: Error) => String(error.cause ?? error))).toContain("CONNECTION_CLOSED");
  }
  const answers = await Promise.all([1, 2, 3, 4].map((n) => db.orm.execute(sql`select ${n}::int as n`)));
  expect(answers.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
});

test("database: what a transaction sends after it lost its connection never runs outside of it", async () => {
  const db = database.open(1);
  const admin = database.client();
  await admin`create table written (what text)`;
  const isReused = Promise.withResolvers<void>();
  const wasSent = Promise.withResolvers<unknown>();

  const broken = db.orm.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await admin`select pg_terminate_backend(${row?.pid ?? 0})`;
    await isReused.promise;
    const late = tx.execute(sql`insert into written values ('late')`);
    wasSent.resolve(await late.then(() => "ran", String));
  });
  expect(await broken.catch(String)).toContain("CONNECTION_CLOSED");
  await db.orm.transaction(async (tx) => {
    await tx.execute(sql`insert into written values ('other')`);
    isReused.resolve();
    expect(await wasSent.promise).not.toBe("ran");
  });
  expect(await admin`select what from written`).toEqual([{ what: "other" }] as never);
});
