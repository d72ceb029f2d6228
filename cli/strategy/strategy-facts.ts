import type { liveStrategies } from "../../core/db/live-strategies.ts";
import type { Strategy } from "../../core/db/records.ts";
import type { StrategyHistory } from "../../core/db/strategy-lookup.ts";
import type { StrategyDefinition } from "../../core/strategy/definition.ts";
import { type LiveStatus, liveStatus } from "../status/live-status.ts";
import { statusSince } from "./status-since.ts";

export type StrategyFacts = ReturnType<typeof describeStrategy>;

/** What `strategy show --json` prints; of one that fell, `status` and what stood in its row are null. Times are ms. */
export function describeStrategy(
  name: string,
  row: Strategy | null,
  definition: StrategyDefinition | null,
  history: StrategyHistory,
  live: Awaited<ReturnType<typeof liveStrategies>>,
) {
  const account = live.find((each) => each.name === name);
  const fell = history.events.findLast(({ kind }) => kind === "strategy.rejected");
  return {
    name,
    status: row?.status ?? null,
    statusSince: row && statusSince(row),
    rejected:
      row === null && fell !== undefined ? { at: fell.at.getTime(), stage: fell.stage, reason: fell.reason } : null,
    type: row?.type ?? null,
    timeframe: row?.timeframe ?? null,
    direction: row?.direction ?? null,
    warmupBars: row?.warmupBars ?? null,
    exits: definition?.exits ?? null,
    leverage: definition?.leverage ?? null,
    params: definition?.params ?? null,
    universe: row?.universe ?? null,
    source: row?.source ?? null,
    lineage: row?.lineage ?? history.trials.find(({ kind }) => kind === "candidate")?.lineage ?? null,
    codeHash: row?.codeHash ?? history.trials[0]?.codeHash ?? null,
    score: row?.score ?? null,
    error: row?.error ?? null,
    parameters: row?.parameters ?? null,
    metrics: row?.metrics ?? null,
    live: account === undefined ? null : (liveStatus(account) satisfies LiveStatus),
    backtests: history.backtests.map((run) => ({
      at: run.at.getTime(),
      kind: run.kind,
      from: run.fromAt.getTime(),
      to: run.toAt.getTime(),
      coins: run.coins,
      parameters: run.parameters,
      metrics: run.metrics,
      snapshotHash: run.snapshotHash,
    })),
    events: history.events.map(({ at, kind, stage, process, fromStatus, toStatus, reason, numbers }) => ({
      ...{ at: at.getTime(), kind, stage, process, from: fromStatus, to: toStatus, reason, numbers },
    })),
    trials: history.trials.map(({ at, kind, verdict, reason, numbers, cells, sharpeMean, sharpeVariance }) => ({
      ...{ at: at.getTime(), kind, verdict, reason, numbers, cells, sharpeMean, sharpeVariance },
    })),
  };
}
