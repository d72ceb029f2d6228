import type { Config } from "../../core/config/schema.ts";
import type { Alert } from "../../core/db/alert.ts";
import type { Database } from "../../core/db/database.ts";
import { latestSnapshot } from "../../core/db/latest-snapshot.ts";
import { closingStrategies, liveStrategies, oldestFailure } from "../../core/db/live-strategies.ts";
import { countByStatus, stageActivity } from "../../core/db/overview.ts";
import { type PassActivity, snapshotActivity, taskActivity } from "../../core/db/pass-activity.ts";
import { stageProcesses } from "../../core/db/stage-processes.ts";
import type { StrategyStatus } from "../../core/db/status.ts";
import { STAGE_NAMES, type StageName } from "../../stages/stage.ts";
import { alertsOf } from "./alerts.ts";
import type { CandleMarks } from "./candle-marks.ts";
import { type LiveStatus, liveStatus } from "./live-status.ts";

export type StageStatus = {
  name: StageName;
  enabled: boolean;
  running: boolean;
  lastActivityAt: number | null;
  processed24h: number;
  rejected24h: number;
  failed24h: number;
};

/** What `status --json` prints, and the dashboard shows. Times are ms. */
export type Status = {
  at: number;
  dryRun: boolean;
  candles: CandleMarks;
  counts: Record<StrategyStatus, number>;
  stages: StageStatus[];
  live: LiveStatus[];
  alerts: Alert[];
};

/** The state of the whole system at this moment. */
export async function readStatus(db: Database, config: Config, marks: CandleMarks, nowMs: number): Promise<Status> {
  const [counts, activity, passes, tasks, processes, live, closing, failedSince, snapshot] = await Promise.all([
    countByStatus(db),
    stageActivity(db, STAGE_NAMES),
    snapshotActivity(db),
    taskActivity(db),
    stageProcesses(db),
    liveStrategies(db),
    closingStrategies(db),
    oldestFailure(db),
    latestSnapshot(db),
  ]);
  const looking: Partial<Record<StageName, PassActivity>> = { monitor: passes, schedule: tasks };
  const stages = STAGE_NAMES.map((name): StageStatus => {
    const decided = activity.find(({ stage }) => stage === name);
    const looked = looking[name];
    const lastMs = Math.max(decided?.lastActivityAt?.getTime() ?? 0, looked?.lastActivityAt?.getTime() ?? 0);
    return {
      name,
      enabled: config.processes[name].enabled,
      running: processes.some(({ stage, running }) => stage === name && running > 0),
      lastActivityAt: lastMs === 0 ? null : lastMs,
      processed24h: (decided?.processed24h ?? 0) + (looked?.processed24h ?? 0),
      rejected24h: decided?.rejected24h ?? 0,
      failed24h: (decided?.failed24h ?? 0) + (looked?.failed24h ?? 0),
    };
  });
  return {
    at: nowMs,
    dryRun: config.dryRun,
    candles: marks,
    counts,
    stages,
    live: live.map(liveStatus),
    alerts: alertsOf({ nowMs, stages, processes, counts, closing, failedSince, snapshot, damaged: marks.damaged }),
  };
}
