import { and, eq, sql } from "drizzle-orm";
import { SixbtcError } from "../errors.ts";
import type { Database } from "./database.ts";
import {
  type Actor,
  type NewBacktest,
  type NewTrial,
  recordBacktests,
  recordEvent,
  recordTrials,
  type Strategy,
  type StrategyPatch,
  type Writer,
} from "./records.ts";
import { type Numbers, strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";
import { storable } from "./storable.ts";
import { enter, eventKind, NO_CLAIM } from "./transition.ts";

type Outcome = {
  reason?: string;
  numbers?: Numbers;
  /** Looks at data that led here, each a row of `trials`. */
  trials?: NewTrial[];
};

/**
 * A strategy that is this process's to work on, until it is settled by one of the four. Each names the lease and
 * throws `claim.lost`, having done nothing, when the claim ran out and somebody else has taken the strategy.
 */
export type Claim = {
  readonly strategy: Strategy;
  readonly lease: number;
  /** Aborts when a heartbeat finds that the claim is lost. */
  readonly signal: AbortSignal;
  /** Work starts now: from here on, a death of this process counts against the strategy. */
  begin(): Promise<void>;
  release(to: StrategyStatus, outcome?: Outcome & { patch?: StrategyPatch; backtests?: NewBacktest[] }): Promise<void>;
  /** A verdict of no: the trial, the event and the end of the row, in one transaction. */
  reject(verdict: Outcome & { reason: string; kind: string }): Promise<void>;
  /** The stage itself could not finish. */
  fail(reason: string): Promise<void>;
  /** As if it had never been claimed. */
  giveBack(): Promise<void>;
  /** Leaves an unsettled claim to run out, counting as a death: `using claim = …` does so when the work throws. */
  [Symbol.dispose](): void;
};

type ClaimParts = {
  db: Database;
  actor: Actor;
  strategy: Strategy;
  lease: number;
  signal: AbortSignal;
  hasBegun: boolean;
  /** The claim is settled or given up: no more heartbeats for it. */
  letGo(): void;
  onBegun(): void;
};

/** PostgreSQL's classes of errors about values and constraints. */
const DATA_REFUSED = /^2[23]...$/;

export function makeClaim(parts: ClaimParts): Claim {
  const { db, actor, strategy, lease, signal, letGo } = parts;
  let { hasBegun } = parts;
  const ours = and(eq(strategies.id, strategy.id), eq(strategies.lease, lease));
  const facts = { ...actor, strategyId: strategy.id, strategyName: strategy.name, fromStatus: strategy.status };

  const mustBeOurs = (rows: unknown[]) => {
    if (rows.length > 0) return;
    throw new SixbtcError("claim.lost", `${strategy.name} is no longer ours (lease ${lease})`, {
      hint: "The work took longer than its lease; raise processes.leaseSec.",
    });
  };
  const giveBack = async () => {
    letGo();
    const set = { ...NO_CLAIM, ...(hasBegun ? { attempts: sql`${strategies.attempts} - 1` } : {}) };
    mustBeOurs(await db.orm.update(strategies).set(set).where(ours).returning({ id: strategies.id }));
  };
  /** `send` changes the strategy first, in one go with the records of that: a lost claim takes them all back. */
  const settle = async (send: (tx: Writer) => [changed: Promise<unknown[]>, ...records: Promise<void>[]]) => {
    letGo();
    try {
      await db.orm.transaction(async (tx) => {
        const [changed, ...records] = send(tx);
        const written = Promise.allSettled(records);
        // Whether the claim is ours is what counts, also where something else could not be written for that reason.
        mustBeOurs(await changed);
        for (const each of await written) if (each.status === "rejected") throw each.reason;
      });
    } catch (error) {
      // The one that matters is the first; whether anything could be given back shows in the lease.
      if (!isOfTheWork(error)) await Promise.allSettled([giveBack()]);
      throw error;
    }
  };
  const settleAs = (to: StrategyStatus, patch: StrategyPatch, outcome: Outcome & { backtests?: NewBacktest[] }) =>
    settle((tx) => {
      const set = { error: null, ...storable(patch), ...enter(to) };
      const moved = tx.update(strategies).set(set).where(ours).returning({ id: strategies.id });
      return [
        moved.prepare("move").execute(),
        recordTrials(tx, strategy, outcome.trials ?? []),
        recordBacktests(tx, strategy, outcome.backtests ?? []),
        recordEvent(tx, { ...facts, kind: eventKind(to), toStatus: to, ...told(outcome) }),
      ];
    });

  return {
    strategy,
    lease,
    signal,
    async begin() {
      if (hasBegun) return;
      const set = { attempts: sql`${strategies.attempts} + 1` };
      const begun = db.orm.update(strategies).set(set).where(ours).returning({ id: strategies.id });
      mustBeOurs(await begun.prepare("begin").execute());
      hasBegun = true;
      parts.onBegun();
    },
    release: (to, { patch = {}, ...outcome } = {}) => settleAs(to, patch, outcome),
    fail: (reason) => settleAs("FAILED", { error: reason }, { reason }),
    reject: ({ kind, ...outcome }) =>
      settle((tx) => {
        const removed = tx.delete(strategies).where(ours).returning({ id: strategies.id });
        return [
          removed.prepare("remove").execute(),
          recordTrials(tx, strategy, [...(outcome.trials ?? []), { kind, verdict: "rejected", ...told(outcome) }]),
          recordEvent(tx, { ...facts, kind: "strategy.rejected", ...told(outcome) }),
        ];
      }),
    giveBack,
    [Symbol.dispose]: letGo,
  };
}

/**
 * Whether a settlement failed by what was to be settled, and would fail again: what the database refuses to hold, a
 * fault of ours, a claim that is lost. Anything else that the database said or suffered is not the strategy's doing.
 */
function isOfTheWork(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SixbtcError) return true;
    if ("code" in cause) return DATA_REFUSED.test(String(cause.code));
  }
  return true;
}

function told({ reason, numbers }: Outcome): { reason?: string; numbers?: Numbers } {
  return { ...(reason !== undefined && { reason }), ...(numbers !== undefined && { numbers }) };
}
