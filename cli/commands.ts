import { stages } from "../stages/index.ts";
import type { StageEntry, StageName } from "../stages/stage.ts";
import type { CommandEntry, CommandModule } from "./command.ts";

/** Stages that can do more by hand than run: their own module adds to what `stageCommand` gives. */
const OWN_MODULES: Partial<Record<StageName, (entry: StageEntry) => Promise<CommandModule>>> = {
  validate: async (entry) => (await import("./commands/validate.ts")).validateCommand(entry),
  backtest: async (entry) => (await import("./commands/backtest.ts")).backtestCommand(entry),
  schedule: async (entry) => (await import("./commands/schedule.ts")).scheduleCommand(entry),
};

/** Every command in the order of `sixbtc --help`. Nothing is loaded until it is called. */
export const commands: readonly CommandEntry[] = [
  ...stages.map((entry) => ({
    name: entry.name,
    summary: entry.summary,
    stopMs: entry.stopMs,
    load: async () => OWN_MODULES[entry.name]?.(entry) ?? (await import("./commands/stage.ts")).stageCommand(entry),
  })),
  {
    name: "status",
    summary: "Show how many strategies stand where, which stages run and what is live",
    load: () => import("./commands/status.ts"),
  },
  {
    name: "tui",
    summary: "Watch the same on a dashboard that keeps itself up to date",
    load: () => import("./commands/tui.ts"),
  },
  {
    name: "strategy",
    summary: "List, show, add, export and retire strategies",
    load: () => import("./commands/strategy.ts"),
  },
  {
    name: "db",
    summary: "Start, stop, look at and reset the database",
    load: () => import("./commands/db.ts"),
  },
  {
    name: "demo",
    summary: "Run the whole factory once, on a database and candles of its own",
    // A stage's stop, then the server's.
    stopMs: 60_000,
    load: () => import("./commands/demo.ts"),
  },
  {
    name: "config",
    summary: "Check, show and explain the configuration",
    load: () => import("./commands/config.ts"),
  },
  {
    name: "data",
    summary: "Download, import, list, check and invent candles",
    load: () => import("./commands/data.ts"),
  },
  {
    name: "processes",
    summary: "List what pm2 runs",
    hidden: true,
    load: () => import("./commands/processes.ts"),
  },
];
