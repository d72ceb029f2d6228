import { count, max, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { pipelineSnapshots, taskRuns } from "./schema.ts";

/** What a stage did that looks rather than decides, and so writes no events. */
export type PassActivity = { lastActivityAt: Date | null; processed24h: number; failed24h: number };

/** Health rows, of which each is a pass. */
export async function snapshotActivity(db: Database): Promise<PassActivity> {
  const [row] = await db.orm
    .select({ lastActivityAt: max(pipelineSnapshots.at), processed24h: count() })
    .from(pipelineSnapshots)
    .where(sql`${pipelineSnapshots.at} > now() - interval '24 hours'`);
  return { lastActivityAt: null, processed24h: 0, ...row, failed24h: 0 };
}

/** Runs of repeated tasks. */
export async function taskActivity(db: Database): Promise<PassActivity> {
  const [row] = await db.orm
    .select({
      lastActivityAt: max(taskRuns.startedAt),
      processed24h: count(),
      failed24h: count(taskRuns.error),
    })
    .from(taskRuns)
    .where(sql`${taskRuns.startedAt} > now() - interval '24 hours'`);
  return { lastActivityAt: null, processed24h: 0, failed24h: 0, ...row };
}
