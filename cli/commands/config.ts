import type { Command } from "commander";
import { explainKey } from "../../core/config/explain.ts";
import { checkConfig, configPath, describeProblem, loadConfig, SHIPPED_CONFIG } from "../../core/config/load.ts";
import { type CommandContext, withExamples } from "../command.ts";

export function define(command: Command, { output }: CommandContext): void {
  withExamples(command, [
    ["sixbtc config check", "say what is wrong with the configuration; exit code 1 if anything is"],
    ["sixbtc config show --json", "the whole configuration as one JSON object"],
    ["sixbtc config explain market.coins", "what a key means, holds and allows"],
    ["SIXBTC_CONFIG=my.yaml sixbtc config check", "the same for another file"],
  ]);

  command
    .command("check")
    .description("Check the configuration file")
    .option("--json", "one JSON object")
    .action(async () => {
      const path = configPath();
      const checked = await checkConfig(path);
      const problems = checked.kind === "valid" ? [] : checked.problems;
      output.object({ path, valid: problems.length === 0, problems });
      output.text(`${path} is ${problems.length === 0 ? "valid." : "not valid:"}`);
      for (const problem of problems) output.text(`  ${describeProblem(problem)}`);
      if (problems.length > 0) process.exitCode = 1;
    });

  command
    .command("show")
    .description("Show every key and its value")
    .option("--json", "one JSON object")
    .action(async () => {
      const config = await loadConfig();
      output.object(config);
      output.table(["key", "value"], flatten(config));
    });

  command
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
}

function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([name, held]): [string, string][] =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? flatten(held, `${prefix}${name}.`)
      : [[`${prefix}${name}`, Array.isArray(held) ? held.join(", ") : String(held)]],
  );
}
