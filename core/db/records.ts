import { count, eq } from "drizzle-orm";
import type { Orm } from "./database.ts";
import { backtests, events, type strategies, trials } from "./schema.ts";
import { storable } from "./storable.ts";

export type Strategy = typeof strategies.$inferSelect;

/** What a stage may write into a strategy beside its status. */
export type StrategyPatch = Partial<
  Pick<Strategy, "universe" | "exchange" | "parameters" | "metrics" | "score" | "warmupBars" | "error">
>;

/** Who acts, as events show it. */
export type Actor = { stage: string; process: string };

export type NewEvent = Omit<typeof events.$inferInsert, "id" | "at">;

/** A verdict or a look at data; the candidate's own row is written when the strategy is inserted. */
export type NewTrial = Omit<typeof trials.$inferInsert, "id" | "at" | "strategyName" | "codeHash" | "lineage">;

/** One run over one period, of a strategy that is known from beside it. */
export type NewBacktest = Omit<typeof backtests.$inferInsert, "id" | "at" | "strategyId" | "strategyName" | "codeHash">;

/** A pool or a transaction in it. */
export type Writer = Pick<Orm, "select" | "insert" | "update" | "delete">;

export async function recordEvent(writer: Writer, event: NewEvent): Promise<void> {
  await writer.insert(events).values(storable(event)).prepare("event").execute();
}

/** Writes trials of one strategy, which need not be there any more. */
export async function recordTrials(
  writer: Writer,
  { name, codeHash }: Pick<Strategy, "name" | "codeHash">,
  rows: readonly NewTrial[],
): Promise<void> {
  if (rows.length === 0) return;
  await writer.insert(trials).values(rows.map((row) => storable({ ...row, strategyName: name, codeHash })));
}

export async function recordBacktests(
  writer: Writer,
  { id, name, codeHash }: Pick<Strategy, "id" | "name" | "codeHash">,
  rows: readonly NewBacktest[],
): Promise<void> {
  if (rows.length === 0) return;
  await writer.insert(backtests).values(rows.map((row) => ({ ...row, strategyId: id, strategyName: name, codeHash })));
}

/** How many trials of a kind there ever were; of `candidate`, how many strategies were ever tried. */
export async function countTrials(writer: Writer, kind: string): Promise<number> {
  const [row] = await writer.select({ trials: count() }).from(trials).where(eq(trials.kind, kind));
  return row?.trials ?? 0;
}
