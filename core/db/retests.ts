import { and, eq, sql } from "drizzle-orm";
import { SixbtcError } from "../errors.ts";
import type { Timeframe } from "../timeframe.ts";
import type { Database } from "./database.ts";
import { MAX_ATTEMPTS } from "./fail-stuck.ts";
import {
  type Actor,
  type NewBacktest,
  type NewTrial,
  recordBacktests,
  recordEvent,
  recordTrials,
  type Strategy,
  type StrategyPatch,
} from "./records.ts";
import { type Numbers, retests, strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";
import { storable } from "./storable.ts";

/** What is tested again. */
export const RETESTED = ["TESTED", "SELECTED", "LIVE"] as const satisfies readonly StrategyStatus[];

/** Candles that a test on a timeframe would see: whose they are, to when, and of which coins. */
export type RetestData = { timeframe: Timeframe; exchange: string; untilMs: number; coins: readonly string[] };

type Wanted = {
  process: string;
  /** Days between two tests of a strategy. */
  everyDays: number;
  /** How long the claim lasts: longer than any test takes, since nothing prolongs it. */
  leaseSec: number;
  data: readonly RetestData[];
};

export type RetestClaim = { strategy: Strategy; lease: number };

/**
 * The strategy whose test is longest overdue, LIVE ones first, and that has newer candles than it was tested on; null:
 * there is none. Its row is not touched, so that nobody who moves it has to wait. One that killed its workers too often
 * is left until the next test would be due.
 */
export async function claimRetest(db: Database, wanted: Wanted): Promise<RetestClaim | null> {
  const { process, everyDays, leaseSec, data } = wanted;
  const known = JSON.stringify(data.map((each) => ({ ...each, until: new Date(each.untilMs).toISOString() })));
  const before = sql`now() - make_interval(days => ${everyDays}::int)`;
  const statuses = sql.join([...RETESTED], sql`, `);
  const rows = await db.orm.execute<{ strategy_id: string; lease: string }>(sql`
    with due as (
      select s.id from strategies s
      join jsonb_to_recordset(${known}::jsonb) as data(timeframe text, exchange text, until timestamptz, coins jsonb)
        on data.timeframe = s.timeframe and data.exchange = s.exchange
      left join retests r on r.strategy_id = s.id
      cross join lateral (
        select max(at) as at, max(to_at) as to_at from backtests where backtests.strategy_id = s.id
      ) as last
      where s.status in (${statuses})
        and greatest(s.tested_at, last.at, r.settled_at) < ${before}
        and last.to_at < data.until
        and exists (select from jsonb_array_elements_text(s.universe) as coin where data.coins @> to_jsonb(coin))
        and (r.strategy_id is null
          or r.lease_expires_at <= now() and (r.attempts < ${MAX_ATTEMPTS} or r.begun_at < ${before}))
      order by s.status = 'LIVE' desc, greatest(s.tested_at, last.at), s.id
      limit 1
      for no key update of s skip locked
    )
    insert into retests as r (strategy_id, processing_by, lease, lease_expires_at, begun_at, attempts)
    select id, ${process}, nextval('strategy_leases'), now() + make_interval(secs => ${leaseSec}), now(), 1 from due
    on conflict (strategy_id) do update set
      processing_by = excluded.processing_by, lease = excluded.lease, lease_expires_at = excluded.lease_expires_at,
      begun_at = excluded.begun_at, attempts = case when r.attempts < ${MAX_ATTEMPTS} then r.attempts + 1 else 1 end
    where r.lease_expires_at <= now()
    returning strategy_id, lease`);
  const [row] = rows;
  if (row === undefined) return null;
  const [strategy] = await db.orm
    .select()
    .from(strategies)
    .where(eq(strategies.id, Number(row.strategy_id)));
  return strategy === undefined ? null : { strategy, lease: Number(row.lease) };
}

/** As if it had never been claimed; nothing where it is somebody else's by now. */
export async function giveBackRetest(db: Database, claim: RetestClaim): Promise<void> {
  await db.orm
    .update(retests)
    .set({ leaseExpiresAt: sql`now()`, attempts: sql`${retests.attempts} - 1` })
    .where(ours(claim));
}

export type RetestVerdict = {
  /** Null: it holds. */
  reason: string | null;
  numbers: Numbers;
  trials: NewTrial[];
  backtests: NewBacktest[];
  /** New metrics and score; null where nothing was measured. */
  patch: StrategyPatch | null;
};

/** What it came to: `overtaken` by somebody who took the strategy off the list meanwhile. */
export type RetestEnd = "retested" | "rejected" | "weakened" | "overtaken";

/**
 * Writes a verdict down in one transaction, for the status that the strategy has by now: of a no, one that is not on
 * the desk is deleted; one that is stays as it is, since only the desk knows how it does, with an event that says so.
 * Throws `claim.lost`, having done nothing, where somebody else tests it by now.
 */
export async function settleRetest(
  db: Database,
  actor: Actor,
  claim: RetestClaim,
  verdict: RetestVerdict,
): Promise<RetestEnd> {
  const { strategy } = claim;
  const { reason, numbers, patch } = verdict;
  return db.orm.transaction(async (tx) => {
    const [row] = await tx
      .select({ status: strategies.status })
      .from(strategies)
      .where(eq(strategies.id, strategy.id))
      .for("no key update");
    const isOnList = row !== undefined && RETESTED.some((status) => status === row.status);
    if (row !== undefined) {
      const settled = { settledAt: sql`now()`, leaseExpiresAt: sql`now()`, attempts: 0 };
      const kept = await tx.update(retests).set(settled).where(ours(claim)).returning({ lease: retests.lease });
      if (kept.length === 0) {
        throw new SixbtcError("claim.lost", `the test of ${strategy.name} is no longer ours (lease ${claim.lease})`);
      }
    }
    const word = reason === null ? "passed" : "rejected";
    const trial: NewTrial = { kind: "retest", verdict: word, reason, numbers };
    await recordTrials(tx, strategy, [...verdict.trials, trial]);
    if (!isOnList) return "overtaken";

    const { status } = row;
    const facts = { ...actor, strategyId: strategy.id, strategyName: strategy.name, fromStatus: status, numbers };
    if (reason !== null && status !== "LIVE") {
      await tx.delete(strategies).where(eq(strategies.id, strategy.id));
      await recordEvent(tx, { ...facts, kind: "strategy.rejected", reason });
      return "rejected";
    }
    if (patch !== null) await tx.update(strategies).set(storable(patch)).where(eq(strategies.id, strategy.id));
    await recordBacktests(tx, strategy, verdict.backtests);
    const end = reason === null ? "retested" : "weakened";
    const told = reason === null ? "out of sample holds on newer candles" : `would fail on newer candles: ${reason}`;
    await recordEvent(tx, { ...facts, kind: `strategy.${end}`, toStatus: status, reason: told });
    return end;
  });
}

function ours({ strategy, lease }: RetestClaim) {
  return and(eq(retests.strategyId, strategy.id), eq(retests.lease, lease));
}
