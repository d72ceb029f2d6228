import { Cron } from "croner";
import type { Config } from "../../core/config/schema.ts";
import { lastTaskStarts, recordTaskRun } from "../../core/db/task-runs.ts";
import { messageOf } from "../../core/errors.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Outcome, Stage, StageContext } from "../stage.ts";
import { cleanUp } from "./tasks/clean-up.ts";
import { refreshCandles } from "./tasks/refresh-candles.ts";
import { releaseStale } from "./tasks/release-stale.ts";

export type Task = (context: StageContext, signal: AbortSignal) => Promise<Record<string, unknown>>;

const TASKS: Record<keyof Config["schedule"]["tasks"], Task> = { releaseStale, refreshCandles, cleanUp };

/** One pass a tick: runs, one after the other, the tasks whose time came since they last began. */
export async function openStage(context: StageContext): Promise<Stage> {
  const { config, db } = context;
  return {
    async tick(signal): Promise<Tick<Outcome>> {
      const outcomes: Outcome[] = [];
      const started = await lastTaskStarts(db);
      for (const [name, task] of Object.entries(TASKS)) {
        const pattern = config.schedule.tasks[name as keyof typeof TASKS];
        if (signal.aborted || !isDue(pattern, started.get(name), new Date())) continue;
        outcomes.push(await runTask(name, () => recordTaskRun(db, name, () => task(context, signal)), signal));
      }
      return { did: "pass", outcomes };
    },
  };
}

/** A task that failed is told, and tried again at its next time; the others run nevertheless. */
async function runTask(
  task: string,
  run: () => Promise<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    return { verdict: "done", task, ...(await run()) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { verdict: "failed", task, reason: messageOf(error) };
  }
}

/** Whether the pattern, in UTC, has a time after the last start and not after `now`. */
export function isDue(pattern: string, lastStart: Date | undefined, now: Date): boolean {
  if (lastStart === undefined) return true;
  const next = new Cron(pattern, { timezone: "UTC" }).nextRun(lastStart);
  return next !== null && next <= now;
}
