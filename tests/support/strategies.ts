import type { Database } from "../../core/db/database.ts";
import { type Inserted, insertStrategies, type NewStrategy } from "../../core/db/insert-strategies.ts";

let made = 0;

/** A strategy that the database takes; its code is none that would run. */
export function newStrategy(more: Partial<NewStrategy> = {}): NewStrategy {
  made += 1;
  const unique = `${process.pid.toString(36)}x${made.toString(36)}`;
  return {
    name: `Strategy_MOM_${unique}`,
    code: `// ${unique}`,
    codeHash: `hash-${unique}`,
    type: "MOM",
    timeframe: "15m",
    direction: "both",
    source: "test",
    lineage: { seed: 1 },
    warmupBars: 0,
    ...more,
  };
}

/** Inserts `count` of them, as GENERATED. */
export function insertSome(db: Database, count: number): Promise<Inserted> {
  const rows = Array.from({ length: count }, () => newStrategy());
  return insertStrategies(db, rows, { stage: "generate", process: "test" });
}
