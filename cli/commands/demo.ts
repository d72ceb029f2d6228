import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { homeFolder } from "../../core/paths.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { runDemo } from "../demo/run-demo.ts";
import { named } from "../named.ts";
import { wholeNumber } from "./stage.ts";

const DEFAULT_COUNT = 100;

type Options = { candles?: string; count: number; seed?: number };

export function define(command: Command, { output, signal }: CommandContext): void {
  withExamples(command, [
    ["sixbtc demo", "the whole factory once, on a database and a store of its own"],
    ["sixbtc demo --candles ~/candles --count 300", "on your own candles, files such as BTCUSDT-15m.csv.gz"],
    ["sixbtc demo --seed 7", "the same strategies again"],
  ]);
  command
    .option(
      "--candles <folder>",
      "CSV files of candles, sub-folders left out (default: an exchange, else synthetic)",
      named,
    )
    .option("--count <n>", "strategies to generate", fromOne, DEFAULT_COUNT)
    .option("--seed <n>", "make the same strategies again (default: a new one each time)", wholeNumber)
    .option("--json", "one JSON object a result, the summary last")
    .action(async ({ candles, count, seed }: Options) => {
      await runDemo({
        config: await loadConfig(),
        home: resolve(homeFolder(), "demo"),
        folder: candles === undefined ? null : resolve(candles),
        count,
        seed: seed ?? randomInt(2 ** 31),
        output,
        signal,
      });
    });
}

/** Without a strategy there is nothing to be seen. */
function fromOne(text: string): number {
  const count = wholeNumber(text);
  if (count === 0) throw new InvalidArgumentError("It must be a whole number from 1.");
  return count;
}
