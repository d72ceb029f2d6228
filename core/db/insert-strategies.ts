import { inArray, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import type { Actor } from "./records.ts";
import { events, strategies, trials } from "./schema.ts";

export type NewStrategy = Pick<
  typeof strategies.$inferInsert,
  "name" | "code" | "codeHash" | "type" | "timeframe" | "direction" | "source" | "lineage" | "warmupBars"
>;

export type Inserted = {
  inserted: { id: number; name: string }[];
  /** Left out, since the same code was tried before or the name is taken. */
  skipped: number;
};

const BATCH = 500;
/** PostgreSQL's codes for a unique value that another transaction wrote first, and for a deadlock with it. */
const RETRIED = ["23505", "40P01"];

/**
 * Adds strategies as GENERATED, each with its trial and event; what was tried before, ever, is left out. The trial
 * decides: its code hash is unique for all time, while strategies come and go.
 */
export async function insertStrategies(db: Database, rows: readonly NewStrategy[], actor: Actor): Promise<Inserted> {
  const inserted: Inserted["inserted"] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    inserted.push(...(await insertBatch(db, rows.slice(start, start + BATCH), actor)));
  }
  return { inserted, skipped: rows.length - inserted.length };
}

async function insertBatch(
  db: Database,
  rows: readonly NewStrategy[],
  actor: Actor,
  retries = 3,
): Promise<Inserted["inserted"]> {
  try {
    return await db.orm.transaction((tx) => insertUntried(tx, rows, actor));
  } catch (error) {
    // Another process took one of the names between the look and the insert; the next look sees it.
    if (retries > 0 && isRetried(error)) return insertBatch(db, rows, actor, retries - 1);
    throw error;
  }
}

async function insertUntried(
  tx: Parameters<Parameters<Database["orm"]["transaction"]>[0]>[0],
  rows: readonly NewStrategy[],
  actor: Actor,
): Promise<Inserted["inserted"]> {
  const names = rows.map((row) => row.name);
  const found = await tx.select({ name: strategies.name }).from(strategies).where(inArray(strategies.name, names));
  const taken = new Set(found.map((row) => row.name));
  const named = rows.filter(({ name, codeHash }, i) => {
    const isRepeated = rows.slice(0, i).some((earlier) => earlier.name === name || earlier.codeHash === codeHash);
    return !taken.has(name) && !isRepeated;
  });
  if (named.length === 0) return [];

  // In one order in every process, so that two with the same candidates wait for each other one way only.
  const ordered = named.toSorted((a, b) => (a.codeHash < b.codeHash ? -1 : 1));
  const tried = await tx
    .insert(trials)
    .values(ordered.map((row) => ({ ...candidateOf(row), verdict: "generated", numbers: { source: row.source } })))
    .onConflictDoNothing({ target: trials.codeHash, where: sql`kind = 'candidate'` })
    .returning({ codeHash: trials.codeHash });
  const isNew = new Set(tried.map((row) => row.codeHash));
  const fresh = named.filter((row) => isNew.has(row.codeHash));
  if (fresh.length === 0) return [];

  const inserted = await tx
    .insert(strategies)
    .values(fresh.map((row) => ({ ...row, status: "GENERATED" as const })))
    .returning({ id: strategies.id, name: strategies.name });
  await tx.insert(events).values(
    inserted.map(({ id, name }) => ({
      ...actor,
      kind: "strategy.generated",
      strategyId: id,
      strategyName: name,
      toStatus: "GENERATED" as const,
    })),
  );
  return inserted;
}

function candidateOf({ name, codeHash, lineage }: NewStrategy) {
  return { kind: "candidate", strategyName: name, codeHash, lineage };
}

function isRetried(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && RETRIED.includes(String(cause.code))) return true;
  }
  return false;
}
