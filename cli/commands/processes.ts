import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { logFolder } from "../../core/paths.ts";
import { stages } from "../../stages/index.ts";
import type { StageEntry } from "../../stages/stage.ts";
import { type CommandContext, withExamples } from "../command.ts";

/** The pm2 apps of the enabled stages, for ecosystem.config.js. */
export function define(command: Command, { output }: CommandContext): void {
  command.option("--json", "one JSON object a process, as pm2 takes it").action(async () => {
    const config = await loadConfig();
    const folder = logFolder(config.logs.folder);
    mkdirSync(folder, { recursive: true });
    const apps = stages.filter(({ name }) => config.processes[name].enabled).map((entry) => pm2App(entry, folder));
    for (const app of apps) output.object(app);
    output.table(
      ["process", "namespace", "arguments"],
      apps.map(({ name, namespace, args }) => [name, namespace, args]),
    );
  });
  withExamples(command, [["sixbtc processes", "what pm2 runs, as the configuration says"]]);
}

/** pm2 never counts restarts down, so "without a limit" is a number that no crash loop reaches. */
const NO_LIMIT = 1_000_000_000;

function pm2App(entry: StageEntry, folder: string) {
  const file = join(folder, `pm2-${entry.name}.log`);
  return {
    name: `sixbtc-${entry.name}`,
    namespace: entry.namespace,
    args: `${entry.name} --watch`,
    kill_timeout: entry.stopMs,
    min_uptime: entry.minUptimeMs,
    exp_backoff_restart_delay: 100,
    // No stop_exit_codes: to pm2 a death by a signal, the out-of-memory killer's too, is an exit with 0.
    ...(entry.restart === "always" && { max_restarts: NO_LIMIT }),
    out_file: file,
    error_file: file,
    merge_logs: true,
    env: { NODE_ENV: "production" },
  };
}
