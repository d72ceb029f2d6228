import { eq, sql } from "drizzle-orm";
import type { Database, Orm } from "./database.ts";
import { type Actor, recordEvent } from "./records.ts";
import { type Numbers, positions, strategies, subaccounts } from "./schema.ts";
import { transition } from "./transition.ts";

type Transaction = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** A desk that has not acted yet. */
const NOT_BEGUN = { actedUntilAt: null, pending: null, fault: null };

/**
 * The subaccount, locked until the transaction ends. Whoever changes a subaccount, its positions or its trades does
 * so under this lock, so that nobody frees it while somebody opens a position on it.
 */
export async function lockSubaccount(tx: Transaction, name: string) {
  const [row] = await tx.select().from(subaccounts).where(eq(subaccounts.name, name)).for("update");
  return row ?? null;
}

type Assignment = { account: string; strategyId: number; reason: string; numbers: Numbers; actor: Actor };

/**
 * SELECTED to LIVE on a free subaccount, which counts from here: its cash is the capital, the desk begins with the
 * first bar that closes from now on. False, and nothing done, when either is not free any more.
 */
export async function assignSubaccount(db: Database, assignment: Assignment): Promise<boolean> {
  const { account, strategyId, reason, numbers, actor } = assignment;
  return db.orm.transaction(async (tx) => {
    const row = await lockSubaccount(tx, account);
    if (row === null || row.strategyId !== null) return false;
    const move = { id: strategyId, from: "SELECTED", to: "LIVE", actor, reason } as const;
    const facts = { ...numbers, subaccount: account, capitalUsd: row.cashUsd };
    if (!(await transition({ orm: tx }, { ...move, numbers: facts }))) return false;
    await tx
      .update(subaccounts)
      .set({ strategyId, assignedAt: sql`now()`, ...fundsOf(row.cashUsd), ...NOT_BEGUN })
      .where(eq(subaccounts.id, row.id));
    return true;
  });
}

/**
 * Takes the strategy off a subaccount, its pending orders with it. False, and nothing done, while the strategy is LIVE
 * or a position is open, and when the subaccount is free already.
 */
export async function freeSubaccount(db: Database, account: string, actor: Actor): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const row = await lockSubaccount(tx, account);
    if (row === null || row.strategyId === null) return false;
    const [strategy] = await tx
      .select({ name: strategies.name, status: strategies.status })
      .from(strategies)
      .where(eq(strategies.id, row.strategyId));
    const [open] = await tx.select().from(positions).where(eq(positions.subaccountId, row.id)).limit(1);
    if (strategy === undefined || strategy.status === "LIVE" || open !== undefined) return false;
    await tx
      .update(subaccounts)
      .set({ strategyId: null, assignedAt: null, ...NOT_BEGUN })
      .where(eq(subaccounts.id, row.id));
    await recordEvent(tx, {
      ...{ ...actor, kind: "subaccount.freed", strategyId: row.strategyId, strategyName: strategy.name },
      numbers: { subaccount: account, capitalUsd: row.capitalUsd, cashUsd: row.cashUsd },
    });
    return true;
  });
}

/** Brings the cash of a free paper subaccount to `toUsd` and writes the difference down. False: it is not free. */
export async function fundSubaccount(db: Database, account: string, toUsd: number, actor: Actor): Promise<boolean> {
  return db.orm.transaction(async (tx) => {
    const row = await lockSubaccount(tx, account);
    if (row === null || row.strategyId !== null || !row.isPaper) return false;
    await tx.update(subaccounts).set(fundsOf(toUsd)).where(eq(subaccounts.id, row.id));
    const numbers = { subaccount: account, fromUsd: row.cashUsd, toUsd, transferUsd: toUsd - row.cashUsd };
    await recordEvent(tx, { ...actor, kind: "subaccount.rebalanced", numbers });
    return true;
  });
}

function fundsOf(usd: number) {
  return { capitalUsd: usd, cashUsd: usd, equityUsd: usd, peakEquityUsd: usd };
}
