import { type Command, InvalidArgumentError } from "commander";
import { homeFolder } from "../../core/paths.ts";
import type { StageEntry } from "../../stages/stage.ts";
import { type CommandContext, type CommandModule, type Example, withExamples } from "../command.ts";

export type StageOptions = { watch?: true; json?: true; count?: number; seed?: number; dryRun?: true };

/** The command of a stage: bare, it drains what is there; with `--watch` it goes on until it is stopped. */
export function stageCommand(entry: StageEntry): CommandModule {
  return {
    define(command, context) {
      addStageOptions(command, entry);
      command.action((options: StageOptions) => runFromOptions(entry, options, context));
    },
  };
}

export function addStageOptions(command: Command, entry: StageEntry, more: readonly Example[] = []): void {
  command.option("--watch", "go on until stopped by SIGTERM or Ctrl-C").option("--json", "one JSON object a result");
  if (entry.options.includes("count")) command.option("--count <n>", "how many", wholeNumber);
  if (entry.options.includes("seed")) command.option("--seed <n>", "make the same again", wholeNumber);
  if (entry.options.includes("dryRun")) command.option("--dry-run", "change nothing, print what would be done");
  const examples: Example[] = [
    [`sixbtc ${entry.name}`, "do what there is to do, then exit"],
    [`sixbtc ${entry.name} --watch`, "go on, as pm2 runs it"],
  ];
  if (entry.options.includes("count")) examples.push([`sixbtc ${entry.name} --count 10`, "ten, then exit"]);
  if (entry.options.includes("dryRun")) examples.push([`sixbtc ${entry.name} --dry-run`, "only say what it would do"]);
  withExamples(command, [...examples, ...more]);
}

export async function runFromOptions(entry: StageEntry, options: StageOptions, { output, signal }: CommandContext) {
  // Loaded only now: a command on files alone, or `--help`, needs neither configuration nor database.
  const [{ loadConfig }, { runStage }, { createTally }] = await Promise.all([
    import("../../core/config/load.ts"),
    import("../../stages/run.ts"),
    import("../tally.ts"),
  ]);
  const config = await loadConfig();
  const tally = createTally(output, entry.name, { watch: options.watch ?? false });
  await runStage(entry, {
    config,
    home: homeFolder(),
    signal,
    call: {
      watch: options.watch ?? false,
      dryRun: options.dryRun ?? false,
      count: options.count ?? null,
      seed: options.seed ?? null,
    },
    onOutcome: tally.add,
  });
  tally.close({ stopped: signal.aborted });
  if (tally.hasFailed()) process.exitCode = 1;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError("It must be a whole number from 0.");
  return value;
}
