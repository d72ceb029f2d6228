import { loadConfig, SHIPPED_CONFIG } from "../../core/config/load.ts";
import type { Config } from "../../core/config/schema.ts";
import type { Database } from "../../core/db/database.ts";
import { createQueue } from "../../core/db/queue.ts";
import { silentLog } from "../../core/runtime/log.ts";
import type { Outcome, StageCall, StageEntry, StageName } from "../../stages/stage.ts";

type Pass = {
  stage: StageName;
  openStage: Awaited<ReturnType<StageEntry["load"]>>["openStage"];
  db: Database;
  /** Of the candle store, for a stage that has to do with it. */
  home?: string;
  call?: Partial<StageCall>;
  /** The shipped configuration, changed. */
  change?: (config: Config) => Config;
};

/** One pass of a stage, as a bare call makes it but without the lock that keeps it single; what it did, if anything. */
export async function makePass({ stage: name, openStage, db, home = "", call, change }: Pass): Promise<Outcome[]> {
  const shipped = await loadConfig(SHIPPED_CONFIG);
  const config = change === undefined ? shipped : change(shipped);
  const actor = { stage: name, process: "test" };
  const onFault = (error: unknown) => {
    throw error;
  };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault });
  const bare = { watch: false, dryRun: false, count: null, seed: null };
  try {
    const stage = await openStage({ config, db, queue, actor, home, log: silentLog }, { ...bare, ...call });
    const tick = await stage.tick(new AbortController().signal);
    await stage.close?.();
    if (tick.did === "nothing") return [];
    if (tick.did !== "pass") throw new Error(`did ${tick.did}`);
    return tick.outcomes;
  } finally {
    await queue.close();
  }
}
