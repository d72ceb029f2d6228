import { sql } from "drizzle-orm";
import { SixbtcError } from "../errors.ts";
import type { Database } from "./database.ts";

/** A process listens on one connection beside its pool, and a single one holds its lock on another. */
const BESIDE_POOL = 2;
/** Room for commands that a person types meanwhile. */
const FOR_COMMANDS = 10;

export type PoolCheck = { needed: number; available: number };

/** How many connections `processes` of `poolSize` may open together, and how many the server grants. */
export async function countConnections(db: Database, processes: number, poolSize: number): Promise<PoolCheck> {
  const [row] = await db.orm.execute<{ available: number }>(sql`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as available
  `);
  return { needed: processes * (poolSize + BESIDE_POOL) + FOR_COMMANDS, available: row?.available ?? 0 };
}

/** Throws when the connections of all configured processes do not fit the server. */
export async function checkPoolSizes(db: Database, processes: number, poolSize: number): Promise<PoolCheck> {
  const check = await countConnections(db, processes, poolSize);
  if (check.needed > check.available) {
    throw new SixbtcError(
      "database.pools-too-large",
      `${processes} processes with database.poolSize ${poolSize} may need ${check.needed} connections; the server grants ${check.available}`,
      { hint: "Lower database.poolSize, disable stages, or raise max_connections of the server.", exitCode: 3 },
    );
  }
  return check;
}
