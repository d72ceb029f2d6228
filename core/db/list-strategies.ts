import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { StrategyType } from "../strategy/definition.ts";
import type { Database } from "./database.ts";
import { backtests, strategies } from "./schema.ts";
import type { StrategyStatus } from "./status.ts";

export type ListFilter = { status?: StrategyStatus; type?: StrategyType; limit?: number };

/** Strategies without their code, the best score first, then the newest, with the last out-of-sample metrics. */
export async function listStrategies(db: Database, { status, type, limit }: ListFilter) {
  const newest = db.orm
    .select({ metrics: backtests.metrics })
    .from(backtests)
    .where(and(eq(backtests.strategyName, strategies.name), inArray(backtests.kind, ["out-of-sample", "retest-out"])))
    .orderBy(desc(backtests.id))
    .limit(1)
    .as("newest");
  const { id, name, type: kind, timeframe, direction, source, score, error, processingBy } = strategies;
  const { generatedAt, validatedAt, testedAt, selectedAt, liveAt, retiredAt, failedAt } = strategies;
  const times = { generatedAt, validatedAt, testedAt, selectedAt, liveAt, retiredAt, failedAt };
  const query = db.orm
    .select({
      ...{ name, status: strategies.status, type: kind, timeframe, direction, source, score, error, processingBy },
      ...times,
      outOfSample: newest.metrics,
    })
    .from(strategies)
    .leftJoinLateral(newest, sql`true`)
    .where(
      and(
        status === undefined ? undefined : eq(strategies.status, status),
        type === undefined ? undefined : eq(strategies.type, type),
      ),
    )
    .orderBy(sql`${score} desc nulls last`, desc(id));
  return limit === undefined ? query : query.limit(limit);
}
