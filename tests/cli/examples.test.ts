import { expect, test } from "bun:test";
import { Command } from "commander";
import { commands } from "../../cli/commands.ts";
import { captureOutput } from "../support/capture-output.ts";

const defined = await Promise.all(
  commands.map(async (entry) => {
    const command = new Command(entry.name);
    (await entry.load()).define(command, { output: captureOutput(false).output, signal: new AbortController().signal });
    return command;
  }),
);

/** Every command and subcommand by the words that are typed for it. */
function all(some: readonly Command[], before = "sixbtc"): [words: string, command: Command][] {
  return some.flatMap((command): [string, Command][] => {
    const words = `${before} ${command.name()}`;
    return [[words, command], ...all(command.commands, words)];
  });
}

function helpOf(command: Command): string {
  let help = "";
  const writeOut = (text: string) => {
    help += text;
  };
  command.configureOutput({ writeOut }).outputHelp();
  return help;
}

test("help: every command and subcommand ends with examples of itself", () => {
  const without = all(defined).filter(([words, command]) => {
    const [, examples = ""] = helpOf(command).split("\nExamples:\n");
    return !examples.includes(words);
  });
  expect(without.map(([words]) => words)).toEqual([]);
});

test("help: what runs by itself and has no --json is what README says", () => {
  const leaves = all(defined).filter(([, command]) => command.commands.length === 0);
  const without = leaves.filter(([, command]) => command.options.every(({ long }) => long !== "--json"));
  expect(without.map(([words]) => words)).toEqual(["sixbtc tui", "sixbtc strategy export"]);
});
