import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { liveStrategies } from "../../core/db/live-strategies.ts";
import { countByStatus, stageActivity } from "../../core/db/overview.ts";
import { listProcesses } from "../../core/db/processes.ts";
import { recordSnapshot } from "../../core/db/snapshots.ts";
import { tradedSeries } from "../../core/db/traded-series.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import { type Outcome, STAGE_NAMES, type Stage, type StageContext } from "../stage.ts";
import { neededCandles } from "./candles.ts";
import { alertsFrom } from "./health.ts";

/** Processes that a pass looks back on; more than run on a machine in a day of crashes. */
const PROCESSES_SEEN = 200;
const MB = 1024 * 1024;

/** One pass a tick: looks at processes, candles, live strategies and the disk, and writes a health row. */
export async function openStage({ config, db, home }: StageContext): Promise<Stage> {
  return {
    async tick(): Promise<Tick<Outcome>> {
      const [counts, stages, processes, live, candles, disk] = await Promise.all([
        countByStatus(db),
        stageActivity(db, STAGE_NAMES),
        listProcesses(db, PROCESSES_SEEN),
        liveStrategies(db),
        tradedSeries(db).then((traded) => neededCandles(home, traded, config.market)),
        statfs(existingFolder(home)),
      ]);
      const freeMb = (disk.bavail * disk.bsize) / MB;
      const alerts = alertsFrom({ nowMs: Date.now(), processes, live, candles, freeMb }, config.monitor);
      await recordSnapshot(db, { counts, stages, alerts });
      return { did: "pass", outcomes: [{ verdict: "checked", counts, alerts }] };
    },
  };
}

/** The home folder is made by whoever first writes to it; until then its disk is that of the folder it will stand in. */
function existingFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingFolder(dirname(path));
}
