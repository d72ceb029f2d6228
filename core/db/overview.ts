import { count, desc, eq, gt, max, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { events, strategies } from "./schema.ts";
import { STATUSES, type StrategyStatus } from "./status.ts";

/** How many strategies there are of every status, zeros included. */
export async function countByStatus(db: Database): Promise<Record<StrategyStatus, number>> {
  const rows = await db.orm
    .select({ status: strategies.status, strategies: count() })
    .from(strategies)
    .groupBy(strategies.status);
  const found = new Map(rows.map((row) => [row.status, row.strategies]));
  return Object.fromEntries(STATUSES.map((status) => [status, found.get(status) ?? 0])) as Record<
    StrategyStatus,
    number
  >;
}

export type StageActivity = {
  stage: string;
  lastActivityAt: Date | null;
  /** Strategies on which the stage came to a result in the last 24 hours, whatever result. */
  processed24h: number;
  rejected24h: number;
  failed24h: number;
};

/** What the stages did, from their events; a stage that never did anything is not among them. */
export async function stageActivity(db: Database): Promise<StageActivity[]> {
  const isRecent = gt(events.at, sql`now() - interval '24 hours'`);
  const isResult = sql`(${events.toStatus} is not null or ${events.kind} = 'strategy.rejected')`;
  const counted = (condition: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const rows = await db.orm
    .select({
      stage: events.stage,
      lastActivityAt: max(events.at),
      processed24h: counted(sql`${isRecent} and ${isResult}`),
      rejected24h: counted(sql`${isRecent} and ${eq(events.kind, "strategy.rejected")}`),
      failed24h: counted(sql`${isRecent} and ${eq(events.kind, "strategy.failed")}`),
    })
    .from(events)
    .groupBy(events.stage);
  return rows.flatMap(({ stage, ...row }) => (stage === null ? [] : [{ stage, ...row }]));
}

export type RecordedEvent = typeof events.$inferSelect;

/** The newest events, latest first. */
export async function recentEvents(db: Database, limit: number): Promise<RecordedEvent[]> {
  return db.orm.select().from(events).orderBy(desc(events.id)).limit(limit);
}
