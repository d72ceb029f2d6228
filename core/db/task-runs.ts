import { and, eq, lt, max, notInArray, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type Numbers, processes, taskRuns } from "./schema.ts";
import { storable } from "./storable.ts";

/** When each task of the scheduler last began. */
export async function lastTaskStarts(db: Database): Promise<Map<string, Date>> {
  const rows = await db.orm
    .select({ task: taskRuns.task, startedAt: max(taskRuns.startedAt) })
    .from(taskRuns)
    .groupBy(taskRuns.task);
  return new Map(rows.flatMap(({ task, startedAt }) => (startedAt === null ? [] : [[task, startedAt]])));
}

/** Runs `work` as a run of `task`: its beginning, its end, and what it counted or why it failed are kept. */
export async function recordTaskRun(db: Database, task: string, work: () => Promise<Numbers>): Promise<Numbers> {
  const [run] = await db.orm.insert(taskRuns).values({ task }).returning({ id: taskRuns.id });
  if (run === undefined) throw new Error("an insert returned no row");
  const end = (result: { numbers: Numbers } | { error: string }) =>
    db.orm
      .update(taskRuns)
      .set({ ...storable(result), endedAt: sql`now()` })
      .where(eq(taskRuns.id, run.id));
  try {
    const numbers = await work();
    await end({ numbers });
    return numbers;
  } catch (error) {
    await end({ error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/**
 * Deletes runs of tasks, and processes that ended, older than `days`; says how many rows. The newest run of a task
 * stays, from which its next time is counted.
 */
export async function deleteOldRuns(db: Database, days: number): Promise<number> {
  const before = sql`now() - make_interval(days => ${days})`;
  const newest = db.orm
    .select({ id: max(taskRuns.id) })
    .from(taskRuns)
    .groupBy(taskRuns.task);
  const runs = await db.orm
    .delete(taskRuns)
    .where(and(lt(taskRuns.startedAt, before), notInArray(taskRuns.id, newest)))
    .returning({ id: taskRuns.id });
  const gone = await db.orm.delete(processes).where(lt(processes.heartbeatAt, before)).returning({ id: processes.id });
  return runs.length + gone.length;
}
