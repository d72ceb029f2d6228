import type { Alert } from "../../core/db/alert.ts";
import type { latestSnapshot } from "../../core/db/latest-snapshot.ts";
import type { closingStrategies } from "../../core/db/live-strategies.ts";
import type { StageProcesses } from "../../core/db/stage-processes.ts";
import type { StrategyStatus } from "../../core/db/status.ts";
import type { StageStatus } from "./read-status.ts";

export type Facts = {
  nowMs: number;
  stages: readonly StageStatus[];
  processes: readonly StageProcesses[];
  counts: Record<StrategyStatus, number>;
  closing: Awaited<ReturnType<typeof closingStrategies>>;
  failedSince: Date | null;
  snapshot: Awaited<ReturnType<typeof latestSnapshot>>;
  damaged: readonly string[];
};

/** A monitor that is silent for longer has nothing to say about the present. */
const SNAPSHOT_FRESH_MS = 5 * 60_000;

/** What a person should know: what the monitor found in its last pass, and what shows at this moment. */
export function alertsOf(facts: Facts): Alert[] {
  const { nowMs, snapshot } = facts;
  const isFresh = snapshot !== null && nowMs - snapshot.at.getTime() < SNAPSHOT_FRESH_MS;
  const all = [...(isFresh ? snapshot.alerts : []), ...stoppedStages(facts), ...strategyAlerts(facts)];
  for (const message of facts.damaged) all.push({ level: "error", message, since: null });
  const distinct = [...new Map(all.map((alert) => [alert.message, alert])).values()];
  return distinct.sort((a, b) => rank(a) - rank(b));
}

function rank({ level }: Alert): number {
  return level === "error" ? 0 : 1;
}

/**
 * Enabled stages that do not run while others do: a factory that was stopped as a whole is no alert. But with
 * strategies on the desk, `execute` must run whatever else does.
 */
function stoppedStages({ stages, processes, counts }: Facts): Alert[] {
  const isAnyRunning = stages.some(({ running }) => running);
  const live = counts.LIVE === 1 ? "1 strategy is live" : `${counts.LIVE} strategies are live`;
  return stages.flatMap(({ name, enabled, running }): Alert[] => {
    const isDeskLeft = name === "execute" && counts.LIVE > 0;
    if (!enabled || running || !(isAnyRunning || isDeskLeft)) return [];
    const message = `${name} is enabled and does not run${isDeskLeft ? `, while ${live}` : ""}`;
    const since = processes.find(({ stage }) => stage === name)?.seenAt.getTime() ?? null;
    return [{ level: isDeskLeft ? "error" : "warning", message, since }];
  });
}

function strategyAlerts({ counts, closing, failedSince }: Facts): Alert[] {
  const alerts: Alert[] = closing.map(({ name, openPositions, retiredAt }) => ({
    level: "warning",
    message: `${name} is live no more and still holds ${openPositions} ${openPositions === 1 ? "position" : "positions"}`,
    since: retiredAt?.getTime() ?? null,
  }));
  if (counts.FAILED > 0) {
    alerts.push({
      level: "warning",
      message: `${counts.FAILED} FAILED: \`sixbtc strategy list --status FAILED\` says why`,
      since: failedSince?.getTime() ?? null,
    });
  }
  return alerts;
}
