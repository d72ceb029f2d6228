import { lt, sql } from "drizzle-orm";
import type { Alert } from "./alert.ts";
import type { Database } from "./database.ts";
import type { StageActivity } from "./overview.ts";
import { pipelineSnapshots } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";

type Snapshot = {
  counts: Record<StrategyStatus, number>;
  stages: StageActivity[];
  alerts: Alert[];
};

/** Writes what one pass of the monitor saw. */
export async function recordSnapshot(db: Database, { counts, stages, alerts }: Snapshot): Promise<void> {
  await db.orm.insert(pipelineSnapshots).values({ counts, stages, alerts });
}

/** Deletes snapshots older than `days`, and says how many. */
export async function deleteOldSnapshots(db: Database, days: number): Promise<number> {
  const old = lt(pipelineSnapshots.at, sql`now() - make_interval(days => ${days})`);
  return (await db.orm.delete(pipelineSnapshots).where(old).returning({ id: pipelineSnapshots.id })).length;
}
