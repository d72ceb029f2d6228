import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { messageOf } from "../../core/errors.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();

test("errors: of a statement that failed only what the database said is told", async () => {
  const db = database.open(1);
  const failed = await db.orm.execute(sql`select ${"secret"}::int`).catch((error: unknown) => error);
  expect(messageOf(failed)).toBe('invalid input syntax for type integer: "secret"');
  const missing = await db.orm.execute(sql`select ${"secret"} from nowhere`).catch((error: unknown) => error);
  expect(messageOf(missing)).toBe('relation "nowhere" does not exist');
});
