import { and, count, eq } from "drizzle-orm";
import type { Database } from "./database.ts";
import type { Strategy } from "./records.ts";
import { backtests, events, positions, strategies, trials } from "./schema.ts";

/** The strategy of this name; null when there is none, or none any more. */
export async function findStrategy(db: Database, name: string): Promise<Strategy | null> {
  const rows = await db.orm.select().from(strategies).where(eq(strategies.name, name)).limit(1);
  return rows[0] ?? null;
}

/** The candidate that had this code, ever; null: it was never tried. */
export async function findTried(db: Database, codeHash: string): Promise<{ name: string; at: Date } | null> {
  const rows = await db.orm
    .select({ name: trials.strategyName, at: trials.at })
    .from(trials)
    .where(and(eq(trials.codeHash, codeHash), eq(trials.kind, "candidate")));
  return rows[0] ?? null;
}

export type StrategyHistory = {
  events: (typeof events.$inferSelect)[];
  trials: (typeof trials.$inferSelect)[];
  backtests: (typeof backtests.$inferSelect)[];
};

/** Everything that was ever written down about a name, oldest first: it outlives the strategy. */
export async function strategyHistory(db: Database, name: string): Promise<StrategyHistory> {
  const [happened, tried, tested] = await Promise.all([
    db.orm.select().from(events).where(eq(events.strategyName, name)).orderBy(events.id),
    db.orm.select().from(trials).where(eq(trials.strategyName, name)).orderBy(trials.id),
    db.orm.select().from(backtests).where(eq(backtests.strategyName, name)).orderBy(backtests.id),
  ]);
  return { events: happened, trials: tried, backtests: tested };
}

export async function countOpenPositions(db: Database, strategyId: number): Promise<number> {
  const [row] = await db.orm.select({ open: count() }).from(positions).where(eq(positions.strategyId, strategyId));
  return row?.open ?? 0;
}
