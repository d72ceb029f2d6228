import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import { reserve } from "../../../core/db/counters.ts";
import type { Database } from "../../../core/db/database.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(10);
  sql = database.client();
});

test("reserve: grants what the day has left, and nothing beyond", async () => {
  expect((await reserve(db, "models", 7, 10)).granted).toBe(7);
  expect((await reserve(db, "models", 7, 10)).granted).toBe(3);
  expect((await reserve(db, "models", 1, 10)).granted).toBe(0);
  expect((await reserve(db, "models", 5, 4)).granted).toBe(0);
  expect((await reserve(db, "others", 1, 10)).granted).toBe(1);
  expect((await reserve(db, "models", 5, null)).granted).toBe(5);
});

test("reserve: many at once never pass the limit together", async () => {
  const all = await Promise.all(Array.from({ length: 40 }, () => reserve(db, "crowd", 3, 50)));
  expect(all.reduce((sum, each) => sum + each.granted, 0)).toBe(50);
});

test("reserve: what is given back goes to the day it was taken from, and never more than was granted", async () => {
  const reservation = await reserve(db, "late", 10, 10);
  await sql`update counters set day = day - 1 where name = 'late'`;
  await expect(reservation.giveBack(4)).resolves.toBeUndefined();
  const today = await reserve(db, "late", 4, 10);
  await today.giveBack(99);
  const days =
    await sql`select used, (day = (now() at time zone 'UTC')::date) as is_today from counters where name = 'late' order by day`;
  expect([...days]).toEqual([
    { used: 10, is_today: false },
    { used: 0, is_today: true },
  ]);
});
