import type { CommandEntry } from "./command.ts";

/** Every command in the order of `sixbtc --help`. Nothing is loaded until it is called. */
export const commands: readonly CommandEntry[] = [
  {
    name: "config",
    summary: "Check, show and explain the configuration",
    load: () => import("./commands/config.ts"),
  },
  {
    name: "processes",
    summary: "List what pm2 runs",
    hidden: true,
    load: () => import("./commands/processes.ts"),
  },
];
