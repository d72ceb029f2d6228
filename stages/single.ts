import type { Database } from "../core/db/database.ts";
import { tryLock } from "../core/db/singleton-lock.ts";
import { SixbtcError } from "../core/errors.ts";
import type { Tick } from "../core/runtime/loop.ts";
import { sleep } from "../core/runtime/shutdown.ts";
import type { Outcome, StageCall, StageEntry } from "./stage.ts";

const RETRY_MS = 200;
const PATIENCE_MS = 30_000;

/**
 * Ticks of a stage that must be single: each holds the stage's lock in the database, whatever pm2 believes. A second
 * watch idles while the first one ticks; a bare call waits for its turn.
 */
export function tickAlone(
  db: Database,
  { name }: StageEntry,
  { watch }: StageCall,
  tick: (signal: AbortSignal) => Promise<Tick<Outcome>>,
): (signal: AbortSignal) => Promise<Tick<Outcome>> {
  return async (signal) => {
    const lock = await lockInTime(db, name, watch ? 0 : PATIENCE_MS, signal);
    if (lock === null) return { did: "nothing" };
    try {
      return await tick(AbortSignal.any([signal, lock.lost]));
    } finally {
      await lock.release();
    }
  };
}

async function lockInTime(db: Database, name: string, patienceMs: number, signal: AbortSignal) {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const lock = await tryLock(db, name);
    if (lock !== null || signal.aborted || patienceMs === 0) return lock;
    if (Date.now() > giveUpAt) {
      throw new SixbtcError("stage.busy", `Another process has been running ${name} for ${patienceMs / 1000} s`, {
        hint: "Wait for it, or look at `sixbtc status` for which process it is.",
        exitCode: 3,
      });
    }
    await sleep(RETRY_MS, signal);
  }
}
