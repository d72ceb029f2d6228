import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { coins } from "./schema.ts";

type Listed = { coin: string; maxLeverage: number | null };

/** Writes down what an exchange trades now; what it no longer does stays, as not listed. */
export async function saveListing(db: Database, exchange: string, listed: readonly Listed[]): Promise<void> {
  if (listed.length === 0) return;
  await db.orm.transaction(async (tx) => {
    await tx
      .insert(coins)
      // Whole numbers: of 12.5 only 12 can be used.
      .values(listed.map(({ coin, maxLeverage: max }) => ({ exchange, coin, maxLeverage: max && Math.floor(max) })))
      .onConflictDoUpdate({
        target: [coins.exchange, coins.coin],
        set: { maxLeverage: sql`excluded.max_leverage`, isListed: true, updatedAt: sql`now()` },
      });
    const names = listed.map(({ coin }) => coin);
    await tx
      .update(coins)
      .set({ isListed: false, updatedAt: sql`now()` })
      .where(and(eq(coins.exchange, exchange), notInArray(coins.coin, names)));
  });
}

/** The coins that each exchange trades, as it last said; nothing of an exchange that was never asked. */
export async function readListings(db: Database): Promise<Map<string, Set<string>>> {
  const rows = await db.orm
    .select({ exchange: coins.exchange, coin: coins.coin })
    .from(coins)
    .where(eq(coins.isListed, true));
  const listings = new Map<string, Set<string>>();
  for (const { exchange, coin } of rows) {
    listings.set(exchange, (listings.get(exchange) ?? new Set()).add(coin));
  }
  return listings;
}
