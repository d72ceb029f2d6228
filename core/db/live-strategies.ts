import { and, count, eq, isNotNull, min, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { positions, strategies, subaccounts, trades } from "./schema.ts";

/** LIVE strategies, the longest-lived first, each with its account; without one the numbers are null. */
export async function liveStrategies(db: Database) {
  const openPnl = sql`(${positions.markPrice} - ${positions.entryPrice}) * ${positions.qty}
    * case ${positions.direction} when 'long' then 1 else -1 end + ${positions.fundingUsd}`;
  const open = db.orm
    .select({
      strategyId: positions.strategyId,
      openPositions: count().as("open_positions"),
      openPnlUsd: sql<number>`sum(${openPnl})`.mapWith(Number).as("open_pnl_usd"),
    })
    .from(positions)
    .groupBy(positions.strategyId)
    .as("open");
  const today = db.orm
    .select({
      strategyId: trades.strategyId,
      pnlUsd: sql<number>`sum(${trades.pnlUsd})`.mapWith(Number).as("today_pnl_usd"),
    })
    .from(trades)
    .where(sql`${trades.exitAt} >= date_trunc('day', now(), 'UTC')`)
    .groupBy(trades.strategyId)
    .as("today");
  return db.orm
    .select({
      name: strategies.name,
      type: strategies.type,
      timeframe: strategies.timeframe,
      direction: strategies.direction,
      score: strategies.score,
      liveAt: strategies.liveAt,
      subaccount: subaccounts.name,
      isPaper: subaccounts.isPaper,
      capitalUsd: subaccounts.capitalUsd,
      equityUsd: subaccounts.equityUsd,
      peakEquityUsd: subaccounts.peakEquityUsd,
      openPositions: sql<number>`coalesce(${open.openPositions}, 0)`.mapWith(Number),
      openPnlUsd: sql<number>`coalesce(${open.openPnlUsd}, 0)`.mapWith(Number),
      todayPnlUsd: sql<number>`coalesce(${today.pnlUsd}, 0)`.mapWith(Number),
    })
    .from(strategies)
    .leftJoin(subaccounts, eq(subaccounts.strategyId, strategies.id))
    .leftJoin(open, eq(open.strategyId, strategies.id))
    .leftJoin(today, eq(today.strategyId, strategies.id))
    .where(eq(strategies.status, "LIVE"))
    .orderBy(strategies.liveAt, strategies.id);
}

/** Strategies that are LIVE no more and still hold positions, which the executor has to close. */
export async function closingStrategies(db: Database) {
  return db.orm
    .select({ name: strategies.name, openPositions: count(), retiredAt: min(strategies.retiredAt) })
    .from(strategies)
    .innerJoin(positions, eq(positions.strategyId, strategies.id))
    .where(sql`${strategies.status} <> 'LIVE'`)
    .groupBy(strategies.id)
    .orderBy(strategies.id);
}

/** When the oldest of the rows that are FAILED became so; null: there is none. */
export async function oldestFailure(db: Database): Promise<Date | null> {
  const [row] = await db.orm
    .select({ at: min(strategies.failedAt) })
    .from(strategies)
    .where(and(eq(strategies.status, "FAILED"), isNotNull(strategies.failedAt)));
  return row?.at ?? null;
}
