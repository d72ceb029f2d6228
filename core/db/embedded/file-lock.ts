import { Database, SQLiteError } from "bun:sqlite";
import { SixbtcError } from "../../errors.ts";

const POLL_MS = 25;

/**
 * Runs `work` while no other process that uses the same `file` runs its own. The lock is the one that SQLite takes on
 * an empty database: the kernel holds it for the process and drops it with the process, so that a killed owner leaves
 * nothing to steal, and any number of waiters are safe from one another. Bun offers no other way to such a lock.
 */
export async function withFileLock<Result>(file: string, waitMs: number, work: () => Promise<Result>): Promise<Result> {
  const lock = new Database(file, { create: true });
  try {
    const deadline = performance.now() + waitMs;
    while (!tryLock(lock)) {
      if (performance.now() > deadline) {
        throw new SixbtcError("database.locked", `${file} was held by another process for ${waitMs / 1000} s`, {
          hint: "Another sixbtc process is starting or stopping the database; try again when it is done.",
          exitCode: 3,
        });
      }
      await Bun.sleep(POLL_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: Database): boolean {
  try {
    lock.exec("begin exclusive");
    return true;
  } catch (error) {
    if (error instanceof SQLiteError && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
}
