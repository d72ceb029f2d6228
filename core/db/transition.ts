import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Orm } from "./database.ts";
import { type Actor, recordEvent, type StrategyPatch } from "./records.ts";
import { type Numbers, strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";
import { storable } from "./storable.ts";

/** What every change of status writes: the claim is over, and the time of the new status is now. */
export function enter(to: StrategyStatus) {
  const now = sql`now()`;
  const times = {
    GENERATED: { generatedAt: now },
    VALIDATED: { validatedAt: now },
    TESTED: { testedAt: now },
    SELECTED: { selectedAt: now },
    LIVE: { liveAt: now },
    RETIRED: { retiredAt: now },
    FAILED: { failedAt: now },
  } as const;
  return { ...NO_CLAIM, status: to, attempts: 0, ...times[to] };
}

export const NO_CLAIM = { processingBy: null, processingStartedAt: null, lease: null, leaseExpiresAt: null };

type Transition = {
  id: number;
  from: StrategyStatus;
  to: StrategyStatus;
  actor: Actor;
  reason: string;
  numbers?: Numbers;
  patch?: StrategyPatch;
};

/**
 * Moves a strategy that nobody works on, with its event, in one transaction, which may be a part of a larger one
 * (`transition({ orm: tx }, …)`). False, and nothing done, when it is not in `from` any more or somebody has claimed it.
 */
export async function transition(db: { orm: Pick<Orm, "transaction"> }, move: Transition): Promise<boolean> {
  const { id, from, to, actor, reason, numbers, patch } = move;
  // One that drops out of the chosen was tested when it was tested.
  const isReturn = from === "SELECTED" && to === "TESTED";
  const times = isReturn ? { testedAt: sql`${strategies.testedAt}`, selectedAt: null } : {};
  return db.orm.transaction(async (tx) => {
    const [moved] = await tx
      .update(strategies)
      .set({ ...storable(patch), ...enter(to), ...times })
      .where(
        and(
          eq(strategies.id, id),
          eq(strategies.status, from),
          or(isNull(strategies.lease), lt(strategies.leaseExpiresAt, sql`now()`)),
        ),
      )
      .returning({ name: strategies.name });
    if (moved === undefined) return false;
    const kind = isReturn ? "strategy.dropped" : eventKind(to);
    const facts = { strategyId: id, strategyName: moved.name, fromStatus: from, toStatus: to, reason };
    await recordEvent(tx, { ...actor, ...facts, kind, ...(numbers && { numbers }) });
    return true;
  });
}

/** The event of arriving in a status: `strategy.validated`. */
export function eventKind(to: StrategyStatus): string {
  return `strategy.${to.toLowerCase()}`;
}
