import { max, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { isBeating } from "./processes.ts";
import { processes } from "./schema.ts";

export type StageProcesses = {
  stage: string;
  /** How many are alive now, on all machines. */
  running: number;
  /** When the last of them ended, or was last heard of; a living one's last heartbeat. */
  seenAt: Date;
};

/** The processes that ever ran, by stage; a stage that never ran is not among them. */
export async function stageProcesses(db: Database): Promise<StageProcesses[]> {
  const isRunning = sql`${processes.endedAt} is null and ${isBeating}`;
  const rows = await db.orm
    .select({
      stage: processes.stage,
      running: sql<number>`(count(*) filter (where ${isRunning}))::int`,
      ended: max(processes.endedAt),
      heard: max(processes.heartbeatAt),
    })
    .from(processes)
    .groupBy(processes.stage);
  return rows.map(({ stage, running, ended, heard }) => ({
    stage,
    running,
    seenAt: new Date(Math.max(ended?.getTime() ?? 0, heard?.getTime() ?? 0)),
  }));
}
