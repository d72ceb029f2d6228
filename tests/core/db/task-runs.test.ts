import { expect, test } from "bun:test";
import { deleteOldRuns, lastTaskStarts, recordTaskRun } from "../../../core/db/task-runs.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

test("task runs: the newest of each task outlives the clean-up, so that it is not taken for one that never ran", async () => {
  const db = database.open();
  for (const task of ["monthly", "monthly", "daily"]) await recordTaskRun(db, task, async () => ({}));
  await database.client()`update task_runs set started_at = now() - interval '40 days' where task = 'monthly'`;
  expect(await deleteOldRuns(db, 30)).toBe(1);
  expect([...(await lastTaskStarts(db)).keys()].sort()).toEqual(["daily", "monthly"]);
});
