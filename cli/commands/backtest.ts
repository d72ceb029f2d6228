import type { Command } from "commander";
import { findStrategy } from "../../core/db/strategy-lookup.ts";
import { messageOf, usageError } from "../../core/errors.ts";
import { runFile } from "../../stages/backtest/file/run-file.ts";
import { judgeByName } from "../../stages/backtest/judge-by-name.ts";
import type { StageEntry } from "../../stages/stage.ts";
import { addFileOptions, FILE_OPTIONS, type FileOptions, fileJob } from "../backtest/file-options.ts";
import { lookaheadWarnings } from "../backtest/lookahead-warnings.ts";
import { printFileRun } from "../backtest/print-file-run.ts";
import { printJudgement } from "../backtest/print-judgement.ts";
import { runWarnings } from "../backtest/run-warnings.ts";
import type { CommandContext, CommandModule } from "../command.ts";
import { named } from "../named.ts";
import type { Output } from "../output.ts";
import { unknownStrategy } from "../strategy/unknown-strategy.ts";
import { withDatabase } from "../with-database.ts";
import { addStageOptions, runFromOptions, type StageOptions } from "./stage.ts";

type Options = FileOptions & StageOptions & { strategy?: string };

/** The stage, one strategy by its name, and a run on files. */
export function backtestCommand(entry: StageEntry): CommandModule {
  return {
    define(command: Command, context: CommandContext): void {
      addStageOptions(command, entry, [
        ["sixbtc backtest --strategy Strategy_MOM_1f9c03ab", "one strategy: its windows, and the gate that it fails"],
        ["sixbtc backtest --file S.ts --candles BTC-15m.csv.gz", "one run over all bars of a file, without a database"],
        [
          "sixbtc backtest --file S.ts --candles DIR --sweep --json",
          "with a sweep around its exits, as one JSON object",
        ],
      ]);
      command
        .option("--strategy <name>", "one strategy, whatever its status; exit code 1 if the verdict is no", named)
        .option("--file <path>", "one run of a strategy's file on files of candles", named);
      addFileOptions(command);
      command.action(async (options: Options) => {
        refuseMixture(options);
        if (options.file !== undefined) await backtestFile(options.file, options, context);
        else if (options.strategy !== undefined) await backtestStrategy(options.strategy, context);
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
  const run = await withClock(output, () => runFile(job, signal));
  const warnings = [...(await lookaheadWarnings(file, text)), ...(await runWarnings(run, options.candles ?? []))];
  printFileRun(run, output, { trades: options.trades ?? false, warnings });
}

async function backtestStrategy(name: string, { output, signal }: CommandContext): Promise<void> {
  await withDatabase("backtest", async (desk) => {
    const strategy = await findStrategy(desk.db, name);
    if (strategy === null) throw await unknownStrategy(desk.db, name);
    const judgement = await withClock(output, () => judgeByName(strategy, { ...desk, signal }));
    printJudgement(name, judgement, output);
    if (judgement.examination.failed !== null) process.exitCode = 1;
  });
}

/** Shows on a terminal how long the work has been going on. */
async function withClock<Result>(output: Output, work: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  const show = () => output.progress(`backtest: ${((performance.now() - startedMs) / 1000).toFixed(0)} s …`);
  const timer = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    output.progress("");
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await Bun.file(file).text();
  } catch (cause) {
    throw usageError(`${file} cannot be read: ${messageOf(cause)}`, "Name the file of a strategy.");
  }
}
