import type { Config } from "../core/config/schema.ts";
import type { Database } from "../core/db/database.ts";
import type { Queue } from "../core/db/queue.ts";
import type { Actor } from "../core/db/records.ts";
import type { Log } from "../core/runtime/log.ts";
import type { Tick } from "../core/runtime/loop.ts";

/** How the stage was called; an option that its entry does not list is never set. */
export type StageCall = {
  watch: boolean;
  /** Change nothing, print what would be done. */
  dryRun: boolean;
  /** Units asked for; null: the stage's own default. */
  count: number | null;
  seed: number | null;
};

/** What a unit of work came to: a word to count by, and the facts for the log and for `--json`. */
export type Outcome = {
  verdict: string;
  strategy?: string;
  reason?: string;
  [fact: string]: unknown;
};

export type Stage = {
  /**
   * Claims one unit of work, does it, settles the claim; or makes one whole pass. A crash anywhere leaves a claim
   * that runs out.
   */
  tick(signal: AbortSignal): Promise<Tick<Outcome>>;
  /** Ends what the stage started: children, connections of its own. */
  close?(): Promise<void>;
};

/** A line of the index: cheap to import, so that `--help` and pm2 know every stage without loading any. */
export type StageEntry = {
  name: StageName;
  summary: string;
  namespace: "sixbtc-pipeline" | "sixbtc-trading" | "sixbtc-orchestration";
  /** Time from SIGTERM to the end of the process. */
  stopMs: number;
  /** An exit below this age counts as a crash. */
  minUptimeMs: number;
  /** Each is started anew after an exit that pm2 was not asked for; `always`: however often it crashes. */
  restart: "on-failure" | "always";
  /** How many ticks run at a time: one, as many as the config says, or that but never more than the cores. */
  lanes: "one" | "configured" | "cores";
  /** Only one process of the system may run ticks at a time. */
  single: boolean;
  /** Statuses whose rows are work for it; a change to one of them wakes it. */
  wakeOn: readonly ("GENERATED" | "VALIDATED" | "TESTED" | "SELECTED" | "LIVE" | "RETIRED")[];
  /** Time between two ticks that found nothing, for a stage with a rhythm of its own; null: the common poll. */
  everySec(config: Config): number | null;
  /** Options of the bare call beside `--watch` and `--json`. */
  options: readonly ("count" | "seed" | "dryRun")[];
  load(): Promise<{ openStage(context: StageContext, call: StageCall): Promise<Stage> }>;
};

/** What a stage is handed; it joins the parts of core that do not know one another. */
export type StageContext = {
  config: Config;
  db: Database;
  /** Claims of this process, kept alive by it and given back when it ends. */
  queue: Queue;
  /** Who acts, for events and transitions. */
  actor: Actor;
  /** Folder of the candle store and of everything else that is generated. */
  home: string;
  log: Log;
};

export const STAGE_NAMES = [
  "generate",
  "validate",
  "backtest",
  "classify",
  "deploy",
  "execute",
  "monitor",
  "schedule",
  "crashmail",
] as const;

export type StageName = (typeof STAGE_NAMES)[number];
