import { eq, exists, or, sql } from "drizzle-orm";
import type { Timeframe } from "../timeframe.ts";
import type { Database } from "./database.ts";
import { positions, strategies } from "./schema.ts";

export type TradedSeries = {
  strategy: string;
  /** False: it only holds positions still, which have to be closed. */
  isLive: boolean;
  timeframe: Timeframe;
  /** Base assets. */
  coins: string[];
  /** Whose candles it is traded on; null: it was tested before that was written down. */
  exchange: string | null;
};

/** The candles that the desk needs: of each strategy that is LIVE or still holds positions, the oldest first. */
export async function tradedSeries(db: Database): Promise<TradedSeries[]> {
  const held = db.orm.select({ one: sql`1` }).from(positions).where(eq(positions.strategyId, strategies.id));
  const rows = await db.orm
    .select({
      strategy: strategies.name,
      status: strategies.status,
      timeframe: strategies.timeframe,
      coins: strategies.universe,
      exchange: strategies.exchange,
    })
    .from(strategies)
    .where(or(eq(strategies.status, "LIVE"), exists(held)))
    .orderBy(strategies.id);
  return rows.map(({ status, coins, ...row }) => ({ ...row, isLive: status === "LIVE", coins: coins ?? [] }));
}
