import { SixbtcError } from "../errors.ts";
import { type Database, openClient } from "./database.ts";
import { unreachable } from "./unreachable.ts";

export type SingletonLock = {
  /** Aborts when the connection that holds the lock is gone: from then on somebody else may hold it. */
  lost: AbortSignal;
  release(): Promise<void>;
};

/**
 * Holds the lock `name` of this database, or returns null when another process does. It is bound to a connection of
 * its own, so that it ends with the process, however that ends.
 */
export async function tryLock(db: Database, name: string): Promise<SingletonLock | null> {
  const lost = new AbortController();
  let isHeld = true;
  const onclose = () => {
    if (isHeld) lost.abort(new SixbtcError("database.lock-lost", `the connection that held ${name} is gone`));
  };
  const client = openClient(db.url, `sixbtc lock ${name}`, { max: 1, max_lifetime: null, onclose });
  const release = () => {
    isHeld = false;
    return client.end({ timeout: 1 });
  };
  try {
    const [row] = await client`select pg_try_advisory_lock(hashtextextended(${`sixbtc ${name}`}, 0)) as is_ours`;
    if (row?.["is_ours"]) return { lost: lost.signal, release };
  } catch (error) {
    await release();
    throw unreachable(error, db.url) ?? error;
  }
  await release();
  return null;
}
