import { getTableName, isTable } from "drizzle-orm";
import { SixbtcError } from "../errors.ts";
import { openClient } from "./database.ts";
import { MIGRATION_LOCK, migrateDatabase } from "./migrate.ts";
import * as schema from "./schema.ts";
import { unreachable } from "./unreachable.ts";

/**
 * Drops what the migrations made, all of its rows with it, and makes it anew. Anything else in the database, which may
 * be shared where DATABASE_URL names it, stays.
 */
export async function resetDatabase(url: string): Promise<void> {
  const tables = Object.values(schema)
    .filter((each) => isTable(each))
    .map((table) => getTableName(table));
  const names = tables.map((name) => `"${name}"`).join(", ");
  const client = openClient(url, "sixbtc reset", { max: 1 });
  try {
    await client.begin(async (tx) => {
      await tx`set local lock_timeout = '10s'`;
      await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      const functions = await tx`
        select distinct tgfoid::regprocedure::text as name from pg_trigger join pg_class on pg_class.oid = tgrelid
        where not tgisinternal and relname in ${tx(tables)} and relnamespace = current_schema::regnamespace`;
      await tx.unsafe(`drop table if exists ${names}, drizzle.__drizzle_migrations cascade`);
      await tx`drop sequence if exists strategy_leases`;
      for (const { name } of functions) await tx.unsafe(`drop function ${name}`);
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "55P03") {
      throw new SixbtcError("database.in-use", "The database is in use: its tables could not be locked for 10 s", {
        hint: "Stop what works on it (`sixbtc down`), and try again.",
        cause: error,
        exitCode: 3,
      });
    }
    throw unreachable(error, url) ?? error;
  } finally {
    await client.end({ timeout: 1 });
  }
  await migrateDatabase(url);
}
