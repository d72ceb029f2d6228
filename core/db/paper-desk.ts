import { asc, count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { type Actor, recordEvent, type Strategy } from "./records.ts";
import { positions, strategies, subaccounts } from "./schema.ts";

/** A paper subaccount, and the strategy that it belongs to, whatever that one's status. */
export type PaperAccount = {
  name: string;
  capitalUsd: number;
  cashUsd: number;
  equityUsd: number;
  peakEquityUsd: number;
  assignedAt: Date | null;
  /** Close of the last bar that the desk acted on for this strategy. */
  actedUntilAt: Date | null;
  openPositions: number;
  strategy: Pick<Strategy, "id" | "name" | "status"> | null;
};

export type SelectedStrategy = Pick<Strategy, "id" | "name" | "score" | "warmupBars" | "universe">;

/** Makes those of the paper subaccounts `names` that are not there yet, with their event. */
export async function createPaperAccounts(
  db: Database,
  names: readonly string[],
  capitalUsd: number,
  actor: Actor,
): Promise<void> {
  if (names.length === 0) return;
  const funds = { capitalUsd, cashUsd: capitalUsd, equityUsd: capitalUsd, peakEquityUsd: capitalUsd };
  await db.orm.transaction(async (tx) => {
    const made = await tx
      .insert(subaccounts)
      .values(names.map((name) => ({ name, isPaper: true, ...funds })))
      .onConflictDoNothing({ target: subaccounts.name })
      .returning({ name: subaccounts.name });
    for (const { name } of made) {
      await recordEvent(tx, { ...actor, kind: "subaccount.created", numbers: { subaccount: name, capitalUsd } });
    }
  });
}

/** All paper subaccounts, by name. */
export async function readPaperAccounts(db: Database): Promise<PaperAccount[]> {
  const open = db.orm
    .select({ subaccountId: positions.subaccountId, positions: count().as("open_positions") })
    .from(positions)
    .groupBy(positions.subaccountId)
    .as("open");
  return db.orm
    .select({
      name: subaccounts.name,
      capitalUsd: subaccounts.capitalUsd,
      cashUsd: subaccounts.cashUsd,
      equityUsd: subaccounts.equityUsd,
      peakEquityUsd: subaccounts.peakEquityUsd,
      assignedAt: subaccounts.assignedAt,
      actedUntilAt: subaccounts.actedUntilAt,
      openPositions: sql<number>`coalesce(${open.positions}, 0)`.mapWith(Number),
      strategy: { id: strategies.id, name: strategies.name, status: strategies.status },
    })
    .from(subaccounts)
    .leftJoin(strategies, eq(strategies.id, subaccounts.strategyId))
    .leftJoin(open, eq(open.subaccountId, subaccounts.id))
    .where(eq(subaccounts.isPaper, true))
    .orderBy(asc(subaccounts.name));
}

/** What waits for a subaccount, the best score first, ties by name. */
export async function readSelected(db: Database): Promise<SelectedStrategy[]> {
  const { id, name, score, warmupBars, universe } = strategies;
  return db.orm
    .select({ id, name, score, warmupBars, universe })
    .from(strategies)
    .where(eq(strategies.status, "SELECTED"))
    .orderBy(sql`${desc(score)} nulls last`, sql`${name} collate "C"`);
}
