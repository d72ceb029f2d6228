import { asc, eq } from "drizzle-orm";
import type { Desk, HeldPosition } from "../kernel/desk.ts";
import type { Database } from "./database.ts";
import type { Strategy } from "./records.ts";
import { positions, strategies, subaccounts } from "./schema.ts";

/** A paper subaccount with its strategy, as the desk left it after the last bar that it acted on. Times in ms UTC. */
export type DeskAccount = {
  id: number;
  name: string;
  capitalUsd: number;
  peakEquityUsd: number;
  /** Null: the desk has not begun for this strategy. */
  actedUntil: number | null;
  fault: string | null;
  desk: Desk;
  strategy: Pick<
    Strategy,
    "id" | "name" | "code" | "status" | "timeframe" | "direction" | "universe" | "exchange" | "parameters" | "retiredAt"
  >;
};

/** Every paper subaccount that belongs to a strategy, LIVE or about to leave, by name. */
export async function readDeskAccounts(db: Database): Promise<DeskAccount[]> {
  const { id, name, code, status, timeframe, direction, universe, exchange, parameters, retiredAt } = strategies;
  const rows = await db.orm
    .select({
      account: subaccounts,
      strategy: { id, name, code, status, timeframe, direction, universe, exchange, parameters, retiredAt },
    })
    .from(subaccounts)
    .innerJoin(strategies, eq(strategies.id, subaccounts.strategyId))
    .where(eq(subaccounts.isPaper, true))
    .orderBy(asc(subaccounts.name));
  return Promise.all(rows.map(async ({ account, strategy }) => readDesk(db, account, strategy)));
}

async function readDesk(
  db: Database,
  account: typeof subaccounts.$inferSelect,
  strategy: DeskAccount["strategy"],
): Promise<DeskAccount> {
  const { id, name, capitalUsd, peakEquityUsd, fault, cashUsd, pending, actedUntilAt } = account;
  const open = await db.orm.select().from(positions).where(eq(positions.subaccountId, id));
  const place = (coin: string) => strategy.universe?.indexOf(coin) ?? 0;
  const held = open.map(heldOf).sort((a, b) => place(a.coin) - place(b.coin));
  const desk = { cash: cashUsd, held, orders: pending ?? [] };
  return { id, name, capitalUsd, peakEquityUsd, actedUntil: actedUntilAt?.getTime() ?? null, fault, desk, strategy };
}

function heldOf(row: typeof positions.$inferSelect): HeldPosition {
  return {
    coin: row.coin,
    fundedUntil: row.fundedUntilAt.getTime(),
    markedAt: row.markedAt.getTime(),
    position: {
      side: row.direction === "long" ? 1 : -1,
      entryTime: row.entryAt.getTime(),
      entryPrice: row.entryPrice,
      qty: row.qty,
      notional: row.notionalUsd,
      margin: row.marginUsd,
      stopDistance: row.stopDistance,
      targetPrice: row.targetPrice ?? Number.NaN,
      liquidationPrice: row.liquidationPrice,
      bankruptcyPrice: row.bankruptcyPrice,
      best: row.bestPrice,
      lastClose: row.markPrice,
      funding: row.fundingUsd,
    },
  };
}
