import { afterAll, afterEach, beforeAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { testDatabase } from "../../support/database.ts";
import { fillStore, openWorker, type Worker } from "./gate-world.ts";

/** Known once the tests run. */
type StageWorld = { db: Database; sql: postgres.Sql; home: string; worker: Worker };

/**
 * A database and a store of candles with a worker of the stage on them, for the test file that calls this at its top.
 * No test finds the strategies of another.
 */
export function stageWorld(): StageWorld {
  const database = testDatabase();
  const world = {} as StageWorld;
  beforeAll(async () => {
    const db = database.open(8);
    const home = mkdtempSync(join(tmpdir(), "sixbtc-gates-"));
    await fillStore(home);
    Object.assign(world, { db, home, sql: database.client(), worker: await openWorker({ db, home }) });
  });
  afterEach(async () => {
    await world.sql`delete from backtests`;
    await world.sql`delete from strategies`;
  });
  afterAll(async () => {
    await world.worker.close();
    rmSync(world.home, { recursive: true });
  });
  return world;
}
