import { desc } from "drizzle-orm";
import type { Database } from "./database.ts";
import { pipelineSnapshots } from "./schema.ts";

/** What the monitor last wrote; null before its first pass. */
export async function latestSnapshot(db: Database): Promise<typeof pipelineSnapshots.$inferSelect | null> {
  const rows = await db.orm.select().from(pipelineSnapshots).orderBy(desc(pipelineSnapshots.id)).limit(1);
  return rows[0] ?? null;
}
