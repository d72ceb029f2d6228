import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { counters } from "./schema.ts";

export type Reservation = {
  /** How much of what was asked for the day had left. */
  granted: number;
  /** Returns what was not used after all, to the day it was taken from. */
  giveBack(amount: number): Promise<void>;
};

/**
 * Takes up to `amount` of today's `limit` of a counter (null: no limit) before the work it pays for starts, so that
 * the limit holds over restarts and machines. Days are UTC, by the clock of the database.
 */
export async function reserve(db: Database, name: string, amount: number, limit: number | null): Promise<Reservation> {
  const today = sql<string>`(now() at time zone 'UTC')::date`;
  const { day, granted } = await db.orm.transaction(async (tx) => {
    await tx.insert(counters).values({ name, day: today, used: 0 }).onConflictDoNothing();
    const isToday = and(eq(counters.name, name), eq(counters.day, today));
    const [row] = await tx.select().from(counters).where(isToday).for("update");
    if (row === undefined) throw new Error(`the counter ${name} vanished inside a transaction`);
    const free = limit === null ? amount : Math.max(0, limit - row.used);
    const taken = Math.min(amount, free);
    await tx
      .update(counters)
      .set({ used: row.used + taken })
      .where(isToday);
    return { day: row.day, granted: taken };
  });
  return {
    granted,
    async giveBack(unused) {
      await db.orm
        .update(counters)
        .set({ used: sql`${counters.used} - ${Math.min(unused, granted)}` })
        .where(and(eq(counters.name, name), eq(counters.day, day)));
    },
  };
}
