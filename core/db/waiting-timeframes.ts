import { inArray } from "drizzle-orm";
import type { Timeframe } from "../timeframe.ts";
import type { Database } from "./database.ts";
import { strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";

/** The timeframes of the strategies in one of the statuses. */
export async function waitingTimeframes(db: Database, ...statuses: StrategyStatus[]): Promise<Timeframe[]> {
  const rows = await db.orm
    .selectDistinct({ timeframe: strategies.timeframe })
    .from(strategies)
    .where(inArray(strategies.status, statuses));
  return rows.map(({ timeframe }) => timeframe);
}
