import { eq } from "drizzle-orm";
import type { Timeframe } from "../timeframe.ts";
import type { Database } from "./database.ts";
import { strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";

/** The timeframes of the strategies in a status. */
export async function waitingTimeframes(db: Database, status: StrategyStatus): Promise<Timeframe[]> {
  const rows = await db.orm
    .selectDistinct({ timeframe: strategies.timeframe })
    .from(strategies)
    .where(eq(strategies.status, status));
  return rows.map(({ timeframe }) => timeframe);
}
