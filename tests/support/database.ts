import { afterAll, beforeAll } from "bun:test";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { type Database, openDatabase } from "../../core/db/database.ts";
import { ensureServer } from "../../core/db/embedded/server.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { alone, HOMES, joinRun, RUN_FOLDER } from "./test-run.ts";

/** The first file to start makes the server and the template for all. */
const START_MS = 60_000;
const LEAK_WAIT_MS = 2000;
const CLIENT = { max: 1, fetch_types: false, onnotice: () => undefined };

type TestDatabase = {
  /** Known once the tests run. */
  url: string;
  /** A pool as the code has it; closed at the end of the file. */
  open(poolSize?: number): Database;
  /** One bare connection, for looking at what the code did; closed at the end of the file. */
  client(): postgres.Sql;
};

/**
 * A database of its own for the test file that calls this at its top: real PostgreSQL, migrated, empty. It is dropped
 * at the end, which fails if a test left a connection open.
 */
export function testDatabase(): TestDatabase {
  const closing: (() => Promise<void>)[] = [];
  const test: TestDatabase = {
    url: "",
    open(poolSize = 4) {
      const database = openDatabase({ url: test.url, poolSize, applicationName: "sixbtc test" });
      closing.push(database.close);
      return database;
    },
    client() {
      const sql = postgres(test.url, CLIENT);
      closing.push(() => sql.end());
      return sql;
    },
  };
  let server = "";
  beforeAll(async () => {
    server = await sharedServer();
    const name = `test_${randomBytes(8).toString("hex")}`;
    await administer(server, (sql) => sql`create database ${sql(name)} template sixbtc_template`);
    test.url = addressOf(server, name);
  }, START_MS);
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    await dropDatabase(server, new URL(test.url).pathname.slice(1));
  });
  return test;
}

/** The server of this run, with the template that databases of tests are copies of. */
async function sharedServer(): Promise<string> {
  await joinRun();
  return alone(async () => {
    const home = join(HOMES, "shared");
    mkdirSync(home, { recursive: true });
    const server = await ensureServer(home, { isDurable: false });
    const isReady = join(RUN_FOLDER, "template-is-ready");
    if (!existsSync(isReady)) {
      await administer(server, async (sql) => {
        await sql`drop database if exists sixbtc_template`;
        await sql`create database sixbtc_template`;
      });
      await migrateDatabase(addressOf(server, "sixbtc_template"));
      writeFileSync(isReady, "");
    }
    return server;
  });
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await administer(server, async (sql) => {
    const deadline = performance.now() + LEAK_WAIT_MS;
    const connections = () => sql`select application_name, state, query from pg_stat_activity where datname = ${name}`;
    let left = await connections();
    while (left.length > 0 && performance.now() < deadline) {
      await Bun.sleep(20);
      left = await connections();
    }
    await sql`drop database ${sql(name)} with (force)`;
    if (left.length > 0) throw new Error(`connections were left open: ${JSON.stringify(left)}`);
  });
}

async function administer<Result>(server: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(server, CLIENT);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
