import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "./database.ts";
import { backtests, trades } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Closed trades of a strategy on the desk, in the order in which they ended. */
export async function readDeskTrades(db: Database, strategyId: number): Promise<{ pnl: number; notional: number }[]> {
  return db.orm
    .select({ pnl: trades.pnlUsd, notional: trades.notionalUsd })
    .from(trades)
    .where(eq(trades.strategyId, strategyId))
    .orderBy(asc(trades.exitAt), asc(trades.id));
}

export type BacktestPace = { expectancy: number; tradesPerDay: number };

const paceMetrics = z.object({ expectancy: z.number(), trades: z.number() });

/**
 * What the out-of-sample run by which a strategy was chosen lets expect of the desk; null: there is none. Not a test
 * again: a promise that falls with what is measured by it would never be broken.
 */
export async function readBacktestPace(db: Database, strategyId: number): Promise<BacktestPace | null> {
  const [run] = await db.orm
    .select({ fromAt: backtests.fromAt, toAt: backtests.toAt, metrics: backtests.metrics })
    .from(backtests)
    .where(and(eq(backtests.strategyId, strategyId), eq(backtests.kind, "out-of-sample")))
    .orderBy(desc(backtests.id))
    .limit(1);
  if (run === undefined) return null;
  const { expectancy, trades: made } = paceMetrics.parse(run.metrics);
  return { expectancy, tradesPerDay: made / ((run.toAt.getTime() - run.fromAt.getTime()) / DAY_MS) };
}
