import { Command, CommanderError, Option } from "commander";
import { addEnvFile } from "../core/config/env-file.ts";
import { messageOf, SixbtcError } from "../core/errors.ts";
import type { Shutdown } from "../core/runtime/shutdown.ts";
import packageJson from "../package.json" with { type: "json" };
import { type CommandEntry, type Example, withExamples } from "./command.ts";
import { commands } from "./commands.ts";
import { createOutput } from "./output.ts";

const EXAMPLES: readonly Example[] = [
  ["sixbtc demo", "the whole factory once, on a database and candles of its own"],
  ["sixbtc data fetch", "candles of the exchanges that the configuration names"],
  ["sixbtc generate --count 100", "invent strategies; `validate`, `backtest`, `classify` and `deploy` judge them"],
  ["sixbtc status", "how many stand where, which stages run, what is live"],
  ["sixbtc backtest --file S.ts --candles DIR", "a strategy of your own on files, without a database"],
  ["sixbtc data import --help", "of any command and subcommand: its options and examples"],
];

/** For a command that knows of no stop: its connections end with it, and what it had not finished does not count. */
const GRACE_MS = 2_000;

/** Parses the arguments, runs the command that they name, and ends the process with its exit code (DESIGN 8). */
export async function run(words: readonly string[], shutdown: Shutdown): Promise<void> {
  const argv = words[0] === "help" ? [...words.slice(1), "--help"] : words;
  const entry = commands.find(({ name }) => name === nameIn(argv));
  let isAnswerLost = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (isAnswerLost) return;
    isAnswerLost = true;
    const exitCode = answerLost(error);
    // What is claimed must be given back; anything else is over.
    if (entry?.stopMs === undefined) process.exit(exitCode);
    shutdown.stop(exitCode);
  });
  // A terminal that was closed: what is said there is said in vain, and no reason to end in the middle of work.
  process.stderr.on("error", () => undefined);
  // A watch keeps its own stop time.
  if (!argv.includes("--watch")) exitInTime(shutdown, entry?.stopMs ?? GRACE_MS);
  const code = await execute(argv, shutdown);
  if (!isAnswerLost) await ended(process.stdout);
  process.exit(code);
}

/** Nothing that a command waits for, such as a database that does not answer, keeps it from being cut short. */
function exitInTime({ signal, stopped }: Shutdown, stopMs: number): void {
  const onAbort = () => setTimeout(() => process.exit(stopped()?.exitCode), stopMs);
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
}

function nameIn(argv: readonly string[]): string | undefined {
  return argv.find((argument) => !argument.startsWith("-"));
}

async function execute(argv: readonly string[], shutdown: Shutdown): Promise<number> {
  try {
    addEnvFile();
    const program = await createProgram(argv, shutdown.signal);
    await program.parseAsync(askable(program, argv), { from: "user" });
    return stoppedCode(argv, shutdown) ?? Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const stopped = stoppedCode(argv, shutdown);
    if (stopped !== null && isAbort(error)) return stopped;
    return report(error, argv.includes("--debug"));
  }
}

/** A watch that was asked to stop did what it should; any other command was cut short. */
function stoppedCode(argv: readonly string[], shutdown: Shutdown): number | null {
  const stop = shutdown.stopped();
  if (stop === null) return null;
  return stop.isAsked && argv.includes("--watch") ? 0 : stop.exitCode;
}

/** Only the named command's module is loaded, so that `--help` answers in about the time that Bun needs to start. */
async function createProgram(argv: readonly string[], signal: AbortSignal): Promise<Command> {
  const program = new Command("sixbtc")
    .description("A strategy factory and trading desk for Hyperliquid perpetuals")
    .version(packageJson.version)
    .option("--debug", "print a stack trace with an error")
    .helpOption("-h, --help", "say what a command does, with examples")
    .helpCommand(false)
    .showHelpAfterError("(add --help for the options and examples)")
    .exitOverride();
  withExamples(program, EXAMPLES);
  const named = nameIn(argv);
  const output = createOutput({ json: argv.includes("--json") });
  for (const entry of commands) {
    const command = declare(program, entry);
    if (entry.name === named) (await entry.load()).define(command, { output, signal });
  }
  return program;
}

/** Help about what there is not would be that of what stands above it: without the flag the word is refused. */
function askable(program: Command, argv: readonly string[]): readonly string[] {
  const [named, below] = argv.filter((argument) => !argument.startsWith("-"));
  const isIn = (command: Command, name: string | undefined) =>
    name === undefined || command.commands.length === 0 || command.commands.some((each) => each.name() === name);
  const command = program.commands.find((each) => each.name() === named);
  const isKnown = isIn(program, named) && (command === undefined || isIn(command, below));
  return isKnown ? argv : argv.filter((argument) => argument !== "--help" && argument !== "-h");
}

function declare(program: Command, entry: CommandEntry): Command {
  return program
    .command(entry.name, { hidden: entry.hidden ?? false })
    .summary(entry.summary)
    .description(entry.summary)
    .helpOption("-h, --help", "say what this command does, with examples")
    .helpCommand(false)
    .addOption(new Option("--debug").hideHelp());
}

function report(error: unknown, debug: boolean): number {
  process.stderr.write(`sixbtc: ${messageOf(error)}\n`);
  if (error instanceof SixbtcError && error.hint) process.stderr.write(`  ${error.hint}\n`);
  if (debug) process.stderr.write(`${Bun.inspect(error)}\n`);
  return error instanceof SixbtcError ? error.exitCode : 1;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** A reader such as `head` that has enough ends the process as SIGPIPE would: quietly. A full disk is a failure. */
function answerLost(error: NodeJS.ErrnoException): number {
  if (error.code === "EPIPE") return 141;
  process.stderr.write(`sixbtc: the answer cannot be written: ${error.message}\n  Make room, or send it elsewhere.\n`);
  return 1;
}

/**
 * Resolves when a slow reader of a pipe has taken all of it: only a stream's end waits for that, the callback of an
 * empty write does not. Not for stderr, where a log line may still come: Bun hangs on one that is written after the end.
 */
function ended(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.end(() => resolve()));
}
