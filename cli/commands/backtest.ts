import type { Command } from "commander";
import { messageOf, usageError } from "../../core/errors.ts";
import { runFile } from "../../stages/backtest/file/run-file.ts";
import type { StageEntry } from "../../stages/stage.ts";
import { addFileOptions, FILE_OPTIONS, type FileOptions, fileJob } from "../backtest/file-options.ts";
import { lookaheadWarnings } from "../backtest/lookahead-warnings.ts";
import { printFileRun } from "../backtest/print-file-run.ts";
import { runWarnings } from "../backtest/run-warnings.ts";
import { withProgress } from "../backtest/with-progress.ts";
import type { CommandContext, CommandModule, Example } from "../command.ts";
import { named } from "../named.ts";
import { addStageOptions, runFromOptions, type StageOptions } from "./stage.ts";

type Options = FileOptions & StageOptions & { strategy?: string };

/** They need neither database nor configuration. */
const FILE_EXAMPLES: readonly Example[] = [
  ["sixbtc backtest --file S.ts --candles BTC-15m.csv.gz --trades", "a file of your own over all bars, trade by trade"],
  ["sixbtc backtest --file S.ts --candles DIR --funding DIR", "all coins of a folder, with their funding rates"],
  ["sixbtc backtest --file S.ts --candles DIR --sweep --json", "some 1,000 exits around its own, as one JSON object"],
];

/** The stage, one strategy by its name, and a run on files. */
export function backtestCommand(entry: StageEntry): CommandModule {
  return {
    define(command: Command, context: CommandContext): void {
      addStageOptions(command, entry, [
        ["sixbtc backtest --strategy Strategy_MOM_1f9c03ab", "one strategy, gate by gate, up to the one that it fails"],
        ...FILE_EXAMPLES,
      ]);
      command
        .option("--strategy <name>", "one strategy, whatever its status; exit code 1 if the verdict is no", named)
        .option("--file <path>", "one run of a strategy's file on files of candles", named);
      addFileOptions(command);
      command.action(async (options: Options) => {
        refuseMixture(options);
        if (options.file !== undefined) await backtestFile(options.file, options, context);
        else if (options.strategy !== undefined) await judgeStrategy(options.strategy, context);
        else await runFromOptions(entry, options, context);
      });
    },
  };
}

function refuseMixture({ file, strategy, watch, ...options }: Options): void {
  if ([file, strategy, watch].filter((given) => given !== undefined).length > 1) {
    throw usageError("--file, --strategy and --watch exclude one another", "Give one of them.");
  }
  const stray = FILE_OPTIONS.find((option) => option in options);
  if (file !== undefined || stray === undefined) return;
  const flag = stray.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw usageError(`--${flag} needs --file`, "Without --file the configuration says what counts.");
}

async function backtestFile(file: string, options: Options, { output, signal }: CommandContext): Promise<void> {
  const text = await readText(file);
  const job = fileJob(file, text, options);
  // Together: while the child starts, this process has nothing else to do.
  const [run, suspicions] = await Promise.all([
    withProgress(output, (onProgress) => runFile(job, signal, onProgress)),
    lookaheadWarnings(file, text),
  ]);
  const warnings = [...suspicions, ...(await runWarnings(run, options.candles ?? []))];
  printFileRun(run, output, warnings);
}

/** What needs the database is loaded only here: that takes longer than all else that a run on files starts with. */
async function judgeStrategy(name: string, context: CommandContext): Promise<void> {
  const { backtestStrategy } = await import("../backtest/backtest-strategy.ts");
  await backtestStrategy(name, context);
}

async function readText(file: string): Promise<string> {
  try {
    return await Bun.file(file).text();
  } catch (cause) {
    throw usageError(`${file} cannot be read: ${messageOf(cause)}`, "Name the file of a strategy.");
  }
}
