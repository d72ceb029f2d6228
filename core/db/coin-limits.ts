import type { Database } from "./database.ts";
import { coins } from "./schema.ts";

/** The maximum leverage of every coin that an exchange has told. */
export async function coinLimits(db: Database): Promise<Map<string, number>> {
  const rows = await db.orm.select({ coin: coins.coin, maxLeverage: coins.maxLeverage }).from(coins);
  return new Map(rows.map(({ coin, maxLeverage }) => [coin, maxLeverage]));
}
