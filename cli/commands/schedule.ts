import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { namedDatabase } from "../../core/db/connect.ts";
import { usageError } from "../../core/errors.ts";
import { logFolder, PROJECT_ROOT } from "../../core/paths.ts";
import { stages } from "../../stages/index.ts";
import type { StageEntry } from "../../stages/stage.ts";
import type { CommandContext, CommandModule } from "../command.ts";
import { crontabLine } from "../crontab.ts";
import type { Output } from "../output.ts";
import { addStageOptions, runFromOptions, type StageOptions } from "./stage.ts";

/** The stage, and the lines by which cron runs the enabled stages in place of pm2. */
export function scheduleCommand(entry: StageEntry): CommandModule {
  return {
    define(command: Command, context: CommandContext): void {
      command.option("--print-crontab", "print the lines by which cron runs the enabled stages, instead of pm2");
      addStageOptions(command, entry, [
        ["sixbtc schedule --print-crontab", "look at the lines first"],
        ["(crontab -l; sixbtc schedule --print-crontab) | crontab -", "add them to your crontab"],
      ]);
      command.action(async (options: StageOptions & { printCrontab?: true }) => {
        if (!options.printCrontab) return runFromOptions(entry, options, context);
        if (options.watch) throw usageError("--print-crontab and --watch do not go together", "Leave one of them out.");
        await printCrontab(context.output);
      });
    },
  };
}

/** Settings that choose what runs and where; secrets stay in .env, which the stages read themselves. */
const SETTINGS = ["SIXBTC_CONFIG", "SIXBTC_HOME"];

async function printCrontab(output: Output): Promise<void> {
  const config = await loadConfig();
  const logs = logFolder(config.logs.folder);
  mkdirSync(logs, { recursive: true });
  const env: Record<string, string> = {};
  for (const name of SETTINGS) {
    const path = process.env[name];
    if (path) env[name] = resolve(path);
  }
  // Of the clone: the binary that runs now may stand in a cache of npx.
  const bun = Bun.resolveSync("bun/bin/bun.exe", PROJECT_ROOT);
  const locker = findLocker();
  const enabled = stages.filter(({ name }) => config.processes[name].enabled);
  const lines = enabled.map((entry, position) => {
    const places = { clone: PROJECT_ROOT, bun, logs, env, locker };
    return { stage: entry.name, line: crontabLine(entry, entry.everySec(config), position, places) };
  });
  for (const line of lines) output.object(line);
  output.text("# sixbtc: each enabled stage does what there is to do and exits; one that still runs is not run twice.");
  for (const { line } of lines) output.text(line);
  if (namedDatabase() !== null)
    output.note("DATABASE_URL is no part of the lines: what cron starts reads it from .env.");
  if (locker === null) output.note("There is neither flock nor lockf here: a slow run may overlap with the next.");
}

/** Both let go of the lock when the command ends, however it ends, and do not hand it down to what it starts. */
function findLocker(): string[] | null {
  const flock = Bun.which("flock");
  if (flock !== null) return [flock, "-n", "-o"];
  const lockf = Bun.which("lockf");
  return lockf === null ? null : [lockf, "-k", "-s", "-t", "0"];
}
