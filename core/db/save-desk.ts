import { eq } from "drizzle-orm";
import type { Desk, HeldPosition } from "../kernel/desk.ts";
import type { Trade } from "../kernel/position.ts";
import type { Database, Orm } from "./database.ts";
import type { DeskAccount } from "./desk-accounts.ts";
import { type NewEvent, recordEvent } from "./records.ts";
import { positions, subaccounts, trades } from "./schema.ts";
import { lockSubaccount } from "./subaccount-changes.ts";

/** What the desk made of an account: its state after the close at `actedUntil`, and what happened on the way. */
export type DeskAdvance = {
  actedUntil: number;
  desk: Desk;
  equityUsd: number;
  peakEquityUsd: number;
  fault: string | null;
  closed: readonly Trade[];
  /** `desk.held` with the price that protects each from now on, and the leverage at which it was entered. */
  open: readonly OpenPosition[];
  events: readonly NewEvent[];
};

export type OpenPosition = HeldPosition & { stopPrice: number; leverage: number };

type Transaction = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/**
 * Writes an advance in one transaction. False, and nothing done, when the account is not as it was read: somebody else
 * has acted on it, or it belongs to another strategy. So a process that dies at any instant, or two that meet, lose no
 * bar and book none twice.
 */
export async function saveDesk(db: Database, account: DeskAccount, advance: DeskAdvance): Promise<boolean> {
  const { actedUntil, desk, equityUsd, peakEquityUsd, fault } = advance;
  return db.orm.transaction(async (tx) => {
    const row = await lockSubaccount(tx, account.name);
    const isAsRead =
      row?.strategyId === account.strategy.id && (row.actedUntilAt?.getTime() ?? null) === account.actedUntil;
    if (!isAsRead) return false;
    await tx
      .update(subaccounts)
      .set({
        cashUsd: desk.cash,
        equityUsd,
        peakEquityUsd,
        fault,
        actedUntilAt: new Date(actedUntil),
        pending: desk.orders,
      })
      .where(eq(subaccounts.id, account.id));
    await writePositions(tx, account, advance.open);
    if (advance.closed.length > 0)
      await tx.insert(trades).values(advance.closed.map((trade) => tradeRow(account, trade)));
    for (const event of advance.events) await recordEvent(tx, event);
    return true;
  });
}

/** Makes the table what the desk holds; a coin that was left and entered anew is another position. */
async function writePositions(tx: Transaction, account: DeskAccount, open: readonly OpenPosition[]): Promise<void> {
  const there = await tx.select().from(positions).where(eq(positions.subaccountId, account.id));
  for (const { id, coin, entryAt } of there) {
    const isHeld = open.some((one) => one.coin === coin && one.position.entryTime === entryAt.getTime());
    if (!isHeld) await tx.delete(positions).where(eq(positions.id, id));
  }
  for (const one of open) {
    const row = positionRow(account, one);
    const { stopPrice, bestPrice, fundingUsd, fundedUntilAt, markPrice, markedAt } = row;
    await tx
      .insert(positions)
      .values(row)
      .onConflictDoUpdate({
        target: [positions.subaccountId, positions.coin],
        set: { stopPrice, bestPrice, fundingUsd, fundedUntilAt, markPrice, markedAt },
      });
  }
}

function positionRow(account: DeskAccount, { coin, position, stopPrice, leverage, ...until }: OpenPosition) {
  return {
    subaccountId: account.id,
    strategyId: account.strategy.id,
    coin,
    direction: position.side > 0 ? ("long" as const) : ("short" as const),
    entryAt: new Date(position.entryTime),
    entryPrice: position.entryPrice,
    qty: position.qty,
    leverage,
    notionalUsd: position.notional,
    marginUsd: position.margin,
    stopDistance: position.stopDistance,
    stopPrice,
    targetPrice: Number.isNaN(position.targetPrice) ? null : position.targetPrice,
    liquidationPrice: position.liquidationPrice,
    bankruptcyPrice: position.bankruptcyPrice,
    bestPrice: position.best,
    fundingUsd: position.funding,
    fundedUntilAt: new Date(until.fundedUntil),
    markPrice: position.lastClose,
    markedAt: new Date(until.markedAt),
  };
}

function tradeRow({ id, strategy }: DeskAccount, trade: Trade) {
  return {
    subaccountId: id,
    strategyId: strategy.id,
    coin: trade.coin,
    direction: trade.direction,
    entryAt: new Date(trade.entryTime),
    entryPrice: trade.entryPrice,
    exitAt: new Date(trade.exitTime),
    exitPrice: trade.exitPrice,
    qty: trade.quantity,
    notionalUsd: trade.notional,
    feesUsd: trade.fees,
    fundingUsd: trade.funding,
    pnlUsd: trade.pnl,
    reason: trade.reason,
  };
}
