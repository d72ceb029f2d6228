import { isNotNull, min } from "drizzle-orm";
import type { Database } from "./database.ts";
import { coins } from "./schema.ts";

/** The maximum leverage of every coin of which an exchange has told one; where several have, the smallest. */
export async function coinLimits(db: Database): Promise<Map<string, number>> {
  const rows = await db.orm
    .select({ coin: coins.coin, maxLeverage: min(coins.maxLeverage).mapWith(Number) })
    .from(coins)
    .where(isNotNull(coins.maxLeverage))
    .groupBy(coins.coin);
  return new Map(rows.map(({ coin, maxLeverage }) => [coin, Number(maxLeverage)]));
}
