import { count, desc, type SQL, sql } from "drizzle-orm";
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
  /** Results and decisions of the last 24 hours, whatever they were. */
  processed24h: number;
  rejected24h: number;
  failed24h: number;
};

/** What each of the named stages did, from its events. Old events cost nothing: there may be millions of them. */
export async function stageActivity(db: Database, stages: readonly string[]): Promise<StageActivity[]> {
  const day = db.orm
    .select({
      lastActivityAt: sql`(select max(${events.at}) from ${events} where ${events.stage} = asked.stage)`
        .mapWith(events.at)
        .as("last_activity_at"),
      processed24h: count().as("processed"),
      rejected24h: counted(sql`${events.kind} = 'strategy.rejected'`, "rejected"),
      failed24h: counted(sql`${events.kind} = 'strategy.failed'`, "failed"),
    })
    .from(events)
    .where(sql`${events.stage} = asked.stage and ${events.at} > now() - interval '24 hours'`)
    .as("day");
  return db.orm
    .select({
      stage: sql<string>`asked.stage`,
      lastActivityAt: sql<Date | null>`${day.lastActivityAt}`.mapWith(events.at),
      processed24h: day.processed24h,
      rejected24h: day.rejected24h,
      failed24h: day.failed24h,
    })
    .from(sql`unnest(array[${sql.join([...stages], sql`, `)}]::text[]) as asked(stage)`)
    .crossJoinLateral(day);
}

function counted(condition: SQL, name: string) {
  return sql<number>`(count(*) filter (where ${condition}))::int`.as(name);
}

export type RecordedEvent = typeof events.$inferSelect;

/** The newest events, latest first. */
export async function recentEvents(db: Database, limit: number): Promise<RecordedEvent[]> {
  return db.orm.select().from(events).orderBy(desc(events.id)).limit(limit);
}
