import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { SixbtcError } from "../errors.ts";
import { PROJECT_ROOT } from "../paths.ts";
import { readAddress } from "./address.ts";
import { openClient } from "./database.ts";
import { unreachable } from "./unreachable.ts";

const FOLDER = join(PROJECT_ROOT, "drizzle");

/** Any number that nothing else in this database locks by: "6btc" in ASCII. */
export const MIGRATION_LOCK = 0x36627463;

/**
 * Brings the schema up to date, true if something was to do. A database that is up to date costs one statement; else
 * one process migrates while the others wait for it.
 */
export async function migrateDatabase(url: string): Promise<boolean> {
  const client = openClient(url, "sixbtc migrate", { max: 1, max_lifetime: null });
  try {
    if (await isCurrent(client, url)) return false;
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    if (await isCurrent(client, url)) return false;
    await migrate(drizzle(client), { migrationsFolder: FOLDER });
    return true;
  } catch (error) {
    throw unreachable(error, url) ?? error;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function isCurrent(client: Sql, url: string): Promise<boolean> {
  const state = await schemaState(client);
  if (state === "newer") {
    throw new SixbtcError("database.newer", `The database ${readAddress(url)} was made by a newer sixbtc than this`, {
      hint: "Update this clone (git pull && bun install), or name another database in DATABASE_URL.",
      exitCode: 3,
    });
  }
  return state === "current";
}

export type SchemaState = "missing" | "behind" | "current" | "newer";

/** How the schema of a database stands to the one that this code was written for. */
export async function schemaState(client: Sql): Promise<SchemaState> {
  const [applied, newest] = [await appliedMigration(client), newestMigration()];
  if (applied === 0) return "missing";
  if (applied === newest) return "current";
  return applied < newest ? "behind" : "newer";
}

/** When the newest migration of this code was made, which is how drizzle names versions. */
function newestMigration(): number {
  const journal = JSON.parse(readFileSync(join(FOLDER, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  return Math.max(...journal.entries.map((entry) => entry.when));
}

async function appliedMigration(client: Sql): Promise<number> {
  const [found] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`;
  if (!found?.["is_there"]) return 0;
  const [row] = await client`select max(created_at) as newest from drizzle.__drizzle_migrations`;
  return Number(row?.["newest"]);
}
