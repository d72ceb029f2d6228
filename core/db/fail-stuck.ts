import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import type { Actor } from "./records.ts";
import type { StrategyStatus } from "./status.ts";

/** Workers that may die over one strategy. */
export const MAX_ATTEMPTS = 3;

/**
 * Makes FAILED what has killed its worker too often, with the event, in one statement, and returns how many. Claims
 * do so by themselves when they find the queue drained, so that nothing else has to run for it.
 */
export async function failStuck(db: Database, status: StrategyStatus, actor: Actor): Promise<number> {
  const reason = `killed its worker ${MAX_ATTEMPTS} times`;
  const failed = await db.orm.execute(sql`
    with stuck as (
      select id, attempts, processing_by from strategies
      where status = ${status} and lease_expires_at < now() and attempts >= ${MAX_ATTEMPTS}
      for update skip locked
    ), failed as (
      update strategies set status = 'FAILED', error = ${reason}, failed_at = now(), attempts = 0,
        processing_by = null, processing_started_at = null, lease = null, lease_expires_at = null
      from stuck where strategies.id = stuck.id
      returning strategies.id, name, stuck.attempts, stuck.processing_by
    )
    insert into events (kind, stage, process, strategy_id, strategy_name, from_status, to_status, reason, numbers)
    select 'strategy.failed', ${actor.stage}, ${actor.process}, id, name, ${status}, 'FAILED', ${reason},
      jsonb_build_object('attempts', attempts, 'lastWorker', processing_by)
    from failed returning id`);
  return failed.length;
}
