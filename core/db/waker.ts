import { type Database, openClient } from "./database.ts";
import type { StrategyStatus } from "./status.ts";
import { unreachable } from "./unreachable.ts";

export type Waker = {
  /**
   * Resolves when a strategy came into one of the statuses, or became free in it, since the last call; or when
   * `signal` aborts. A notification between two calls is kept, any number of them counts as one.
   */
  wake(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/** For a stage that waits for nothing but its time: no connection, no wake-up. */
const DEAF: Waker = {
  wake(signal) {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
    return promise;
  },
  close: async () => undefined,
};

/**
 * Listens, on a connection of its own that comes back when it breaks. What was missed meanwhile is made up for by a
 * wake-up at every new beginning.
 */
export async function createWaker(db: Database, statuses: readonly StrategyStatus[]): Promise<Waker> {
  if (statuses.length === 0) return DEAF;
  const client = openClient(db.url, "sixbtc listen", { max: 1 });
  const waiting = new Set<() => void>();
  let isPending = false;
  // Those who wait are told now; who is busy finds it pending, for one more look.
  const ring = () => {
    isPending = true;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const onStatus = (status: string) => {
    if (statuses.some((wanted) => wanted === status)) ring();
  };
  try {
    await client.listen("sixbtc_status", onStatus, ring);
  } catch (error) {
    await client.end({ timeout: 1 });
    throw unreachable(error, db.url) ?? error;
  }
  return {
    wake(signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (isPending || signal.aborted) {
        isPending = false;
        resolve();
        return promise;
      }
      const stop = () => {
        waiting.delete(resolve);
        resolve();
      };
      waiting.add(resolve);
      signal.addEventListener("abort", stop, { once: true });
      return promise.finally(() => signal.removeEventListener("abort", stop));
    },
    close: () => client.end({ timeout: 1 }),
  };
}
