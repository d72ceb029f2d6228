import { and, desc, eq, inArray } from "drizzle-orm";
import type { DatedReturns } from "../kernel/daily-returns.ts";
import type { Orm } from "./database.ts";
import type { Strategy, Writer } from "./records.ts";
import { backtests, strategies } from "./schema.ts";

export type PoolStrategy = Pick<
  Strategy,
  "id" | "name" | "type" | "timeframe" | "direction" | "score" | "status" | "exchange"
>;

const { id, name, type, timeframe, direction, score, status, exchange } = strategies;

/** The strategies that passed every gate: what may be chosen, and what is live. */
export async function readSelectionPool(reader: Pick<Orm, "select">): Promise<PoolStrategy[]> {
  return poolQuery(reader);
}

/** The same, kept as it is by the transaction `tx` until that ends. */
export async function lockSelectionPool(tx: Writer): Promise<PoolStrategy[]> {
  // Not "for update", for which the desk's inserts of positions and trades would wait.
  return poolQuery(tx).for("no key update");
}

function poolQuery(reader: Pick<Orm, "select">) {
  return reader
    .select({ id, name, type, timeframe, direction, score, status, exchange })
    .from(strategies)
    .where(inArray(status, ["TESTED", "SELECTED", "LIVE"]))
    .orderBy(id);
}

/** Runs whose days together are the whole tested history of a strategy, those that say most of a day last. */
const RUNS = ["in-sample", "out-of-sample", "retest-in", "retest-out"];

/** Daily returns of a strategy's newest run of each kind, in that order; those it has. */
export async function readDailyReturns(reader: Pick<Orm, "selectDistinctOn">, ofId: number): Promise<DatedReturns[]> {
  const rows = await reader
    .selectDistinctOn([backtests.kind], { dailyReturns: backtests.dailyReturns })
    .from(backtests)
    .where(and(eq(backtests.strategyId, ofId), inArray(backtests.kind, RUNS)))
    .orderBy(backtests.kind, desc(backtests.id));
  return rows.map((row) => row.dailyReturns);
}
