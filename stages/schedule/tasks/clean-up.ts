import { deleteOldSnapshots } from "../../../core/db/snapshots.ts";
import { deleteOldRuns } from "../../../core/db/task-runs.ts";
import type { StageContext } from "../../stage.ts";

/** Deletes what only told of the past days' health; events and trials are kept for ever. */
export async function cleanUp({ config, db }: StageContext): Promise<Record<string, unknown>> {
  const { keepDays } = config.schedule;
  return { snapshots: await deleteOldSnapshots(db, keepDays), runs: await deleteOldRuns(db, keepDays) };
}
