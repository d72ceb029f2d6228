import { getTableName, isTable } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import { SixbtcError } from "../errors.ts";
import { openClient } from "./database.ts";
import { MIGRATION_LOCK, migrateDatabase } from "./migrate.ts";
import { BEAT_LASTS_SEC } from "./processes.ts";
import * as schema from "./schema.ts";
import { unreachable } from "./unreachable.ts";

/**
 * Numbers that go on over a reset: a process that was stopped before it and wakes up after it would else find its own
 * lease, strategy or row of processes again, and take what is another's for its own.
 */
const LASTING = ["strategy_leases", "strategies_id_seq", "processes_id_seq"];

/**
 * Drops what the migrations made, all of its rows with it, and makes it anew; refused while stages run on it. Anything
 * else in the database, which may be shared where DATABASE_URL names it, stays.
 */
export async function resetDatabase(url: string): Promise<void> {
  const client = openClient(url, "sixbtc reset", { max: 1 });
  try {
    const reached = await client.begin((tx) => dropAll(tx));
    await migrateDatabase(url);
    await goOnFrom(client, reached);
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
}

type Reached = { name: string; last: string };

/** Drops it, and says which numbers were reached. */
async function dropAll(tx: TransactionSql): Promise<Reached[]> {
  const tables = Object.values(schema)
    .filter((each) => isTable(each))
    .map((table) => getTableName(table));
  await tx`set local lock_timeout = '10s'`;
  await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
  await mustBeIdle(tx);
  const reached = await tx<Reached[]>`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = current_schema and sequencename in ${tx(LASTING)} and last_value is not null`;
  const functions = await tx`
    select distinct tgfoid::regprocedure::text as name from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and relname in ${tx(tables)} and relnamespace = current_schema::regnamespace`;
  const names = tables.map((name) => `"${name}"`).join(", ");
  await tx.unsafe(`drop table if exists ${names}, drizzle.__drizzle_migrations cascade`);
  await tx`drop sequence if exists strategy_leases`;
  for (const { name } of functions) await tx.unsafe(`drop function ${name}`);
  return reached;
}

async function mustBeIdle(tx: TransactionSql): Promise<void> {
  const [found] = await tx`select to_regclass('processes') is not null as is_there`;
  if (!found?.["is_there"]) return;
  // Nobody enters the table between this look and the end of it.
  await tx`lock table processes in access exclusive mode`;
  const running = await tx`
    select stage, host, pid from processes
    where ended_at is null and heartbeat_at > now() - make_interval(secs => ${BEAT_LASTS_SEC}) order by id`;
  if (running.length === 0) return;
  const named = running.map(({ stage, host, pid }) => `${stage} (process ${pid} on ${host})`).join(", ");
  throw new SixbtcError("database.in-use", `The database is in use by ${named}`, {
    hint: `Stop what works on it (\`sixbtc down\`), and try again; one that was killed counts for ${BEAT_LASTS_SEC} s.`,
    exitCode: 3,
  });
}

async function goOnFrom(client: Sql, reached: readonly Reached[]): Promise<void> {
  for (const { name, last } of reached) await client`select setval(${name}::regclass, ${last}::bigint)`;
}
