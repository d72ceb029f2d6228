import type { Command } from "commander";
import type { Output } from "./output.ts";

/** What a command may use of the process it runs in. */
export type CommandContext = {
  output: Output;
  /** Aborts on SIGINT, SIGTERM and SIGHUP; work ends soon after, or is ended, and the process exits with 128 + its number. */
  signal: AbortSignal;
};

export type CommandModule = {
  /** Adds options, examples and the action to a command that has its name and summary already. */
  define(command: Command, context: CommandContext): void;
};

/** A line of `sixbtc --help`: cheap to list, its module loaded only when the command is called. */
export type CommandEntry = {
  name: string;
  summary: string;
  /** Not listed by `sixbtc --help`: for programs rather than people. */
  hidden?: boolean;
  /** From a stop to the end of the process, where ending well takes longer than a moment. */
  stopMs?: number;
  load(): Promise<CommandModule>;
};

export type Example = [line: string, meaning: string];

/** Appends the examples that every `--help` ends with: what to type, and what it does. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}
