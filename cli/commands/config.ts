import type { Command } from "commander";
import { explainKey } from "../../core/config/explain.ts";
import {
  type ConfigProblem,
  checkConfig,
  configPath,
  describeProblem,
  loadConfig,
  SHIPPED_CONFIG,
} from "../../core/config/load.ts";
import type { Config } from "../../core/config/schema.ts";
import { FILES_EXCHANGE } from "../../core/market/import-csv.ts";
import { SYNTHETIC_EXCHANGE } from "../../core/market/store-synthetic.ts";
import { type CommandContext, withExamples } from "../command.ts";

export function define(command: Command, { output }: CommandContext): void {
  withExamples(command, [
    ["sixbtc config check", "say what is wrong with the configuration; exit code 1 if anything is"],
    ["sixbtc config show --json", "the whole configuration as one JSON object"],
    ["sixbtc config explain market.coins", "what a key means, holds and allows"],
    ["SIXBTC_CONFIG=my.yaml sixbtc config check", "the same for another file"],
  ]);

  const check = command
    .command("check")
    .description("Check the configuration file")
    .option("--json", "one JSON object")
    .action(async () => {
      const path = configPath();
      const checked = await checkConfig(path);
      const problems = checked.kind === "valid" ? await unknownSources(checked.config) : checked.problems;
      output.object({ path, valid: problems.length === 0, problems });
      output.text(`${path} is ${problems.length === 0 ? "valid." : "not valid:"}`);
      for (const problem of problems) output.text(`  ${describeProblem(problem)}`);
      if (problems.length > 0) process.exitCode = 1;
    });
  withExamples(check, [
    ["sixbtc config check", "say what is wrong; exit code 1 if anything is"],
    ["SIXBTC_CONFIG=my.yaml sixbtc config check --json", "of another file, as one JSON object"],
  ]);

  const show = command
    .command("show")
    .description("Show every key and its value")
    .option("--json", "one JSON object")
    .action(async () => {
      const config = await loadConfig();
      output.object(config);
      output.table(["key", "value"], flatten(config));
    });
  withExamples(show, [
    ["sixbtc config show", "every key with its value, as a table"],
    ["sixbtc config show --json", "the whole configuration as one JSON object"],
  ]);

  const explain = command
    .command("explain")
    .argument("<key>", "dotted path of a key, such as market.coins")
    .description("Say what a key means, holds and allows")
    .option("--json", "one JSON object")
    .action(async (key: string) => {
      const explanation = explainKey(await Bun.file(SHIPPED_CONFIG).text(), key, await loadConfig());
      output.object(explanation);
      output.text(explanation.meaning);
      output.text(`value: ${JSON.stringify(explanation.value)}`);
      output.text(`allowed: ${explanation.allowed}`);
    });
  withExamples(explain, [
    ["sixbtc config explain market.coins", "a key"],
    ["sixbtc config explain backtest", "a section"],
  ]);
}

/** Only asked for here, since the list comes with the client, which is slow to load. */
async function unknownSources({ market: { sources } }: Config): Promise<ConfigProblem[]> {
  const { unknownExchanges } = await import("../../core/market/ccxt-source.ts");
  const unknown = await unknownExchanges(sources.filter((id) => id !== FILES_EXCHANGE && id !== SYNTHETIC_EXCHANGE));
  if (unknown.length === 0) return [];
  const problem = `each must be an exchange that ccxt knows, ${FILES_EXCHANGE} or ${SYNTHETIC_EXCHANGE}`;
  return [{ key: "market.sources", value: unknown, problem }];
}

function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([name, held]): [string, string][] =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? flatten(held, `${prefix}${name}.`)
      : [[`${prefix}${name}`, Array.isArray(held) ? held.join(", ") : String(held)]],
  );
}
