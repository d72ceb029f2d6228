import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { SixbtcError } from "../errors.ts";
import type { Timeframe } from "../timeframe.ts";
import { type Claim, makeClaim } from "./claim.ts";
import type { Database } from "./database.ts";
import { failStuck, MAX_ATTEMPTS } from "./fail-stuck.ts";
import { every } from "./heartbeat.ts";
import type { Actor } from "./records.ts";
import { strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";
import { NO_CLAIM } from "./transition.ts";

export type Queue = {
  /** Up to `limit` strategies of a status, oldest first; those whose worker died are among them. */
  claim(options: ClaimOptions): Promise<Claim[]>;
  /** Gives back what is still held and ends the heartbeats. */
  close(): Promise<void>;
};

type ClaimOptions = {
  status: StrategyStatus;
  limit?: number;
  /** Work on them starts at once: the same as `begin()` on each, without the round trip. */
  begin?: boolean;
  /** Only the strategy of this name. */
  name?: string;
  /** Only strategies on one of these. */
  timeframes?: readonly Timeframe[];
};

type QueueOptions = Actor & {
  /** How long a claim lasts after the last heartbeat; a third of it is the time between heartbeats. */
  leaseSec: number;
  /** Told when a heartbeat could not be sent; the next one follows nevertheless. */
  onFault(error: unknown): void;
};

type Held = { id: number; lost: AbortController; hasBegun: boolean };

/**
 * The strategies as a queue that any number of processes and machines draw from. All times are the database's. There
 * is nothing to clean up after a crash: claims of the dead run out.
 */
export function createQueue(db: Database, { stage, process, leaseSec, onFault }: QueueOptions): Queue {
  const actor = { stage, process };
  const held = new Map<number, Held>();
  const expiry = sql`now() + make_interval(secs => ${leaseSec})`;
  const heartbeats = every((leaseSec * 1000) / 3, onFault, async () => {
    const leases = [...held.keys()];
    if (leases.length === 0) return;
    const alive = await db.orm
      .update(strategies)
      .set({ leaseExpiresAt: expiry })
      .where(leased([...held]))
      .returning({ lease: strategies.lease });
    const kept = new Set(alive.map((row) => row.lease));
    for (const lease of leases.filter((candidate) => !kept.has(candidate))) {
      held.get(lease)?.lost.abort(new SixbtcError("claim.lost", `lease ${lease} is no longer ours`));
      held.delete(lease);
    }
  });

  return {
    async claim({ status, limit = 1, begin = false, name, timeframes }) {
      const free = or(
        isNull(strategies.lease),
        and(lt(strategies.leaseExpiresAt, sql`now()`), lt(strategies.attempts, MAX_ATTEMPTS)),
      );
      const picked = db.orm
        .select({ id: strategies.id })
        .from(strategies)
        .where(
          and(
            eq(strategies.status, status),
            free,
            name === undefined ? undefined : eq(strategies.name, name),
            timeframes === undefined ? undefined : inArray(strategies.timeframe, [...timeframes]),
          ),
        )
        .orderBy(strategies.id)
        .limit(limit)
        .for("update", { skipLocked: true });
      const rows = await db.orm
        .update(strategies)
        .set({
          processingBy: process,
          processingStartedAt: sql`now()`,
          lease: sql`nextval('strategy_leases')`,
          leaseExpiresAt: expiry,
          attempts: sql`${strategies.attempts} + ${begin ? 1 : 0}`,
        })
        // An array is picked once; a join with the subquery could pick, and lock, more than the limit.
        .where(sql`${strategies.id} = any(array(${picked}))`)
        .returning()
        .prepare("claim")
        .execute();
      if (rows.length < limit) await failStuck(db, status, actor);
      return rows
        .sort((a, b) => a.id - b.id)
        .map((strategy) => {
          const lease = strategy.lease ?? 0;
          const entry = { id: strategy.id, lost: new AbortController(), hasBegun: begin };
          held.set(lease, entry);
          return makeClaim({
            ...{ db, actor, strategy, lease, signal: entry.lost.signal, hasBegun: begin },
            letGo: () => held.delete(lease),
            onBegun: () => {
              entry.hasBegun = true;
            },
          });
        });
    },
    async close() {
      await heartbeats.stop();
      const entries = [...held];
      held.clear();
      for (const hasBegun of [true, false]) {
        const mine = entries.filter(([, entry]) => entry.hasBegun === hasBegun);
        if (mine.length === 0) continue;
        const attempts = sql`${strategies.attempts} - ${hasBegun ? 1 : 0}`;
        await db.orm
          .update(strategies)
          .set({ ...NO_CLAIM, attempts })
          .where(leased(mine));
      }
    },
  };
}

/** Lease numbers are unique, so that two lists name the pairs; the ids are there for their index. */
function leased(entries: [number, Held][]) {
  const ids = entries.map(([, { id }]) => id);
  const leases = entries.map(([lease]) => lease);
  return and(inArray(strategies.id, ids), inArray(strategies.lease, leases));
}
