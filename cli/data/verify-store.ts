import type { Command } from "commander";
import { openCandleStore } from "../../core/market/store.ts";
import { verifySeries } from "../../core/market/verify-series.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { countOf } from "../value-text.ts";

export function defineVerify(command: Command, { output }: CommandContext): void {
  const verify = command
    .command("verify")
    .description("Check every file of the store: whole, unchanged, ascending, possible; exit code 1 if one is bad")
    .option("--json", "one JSON object a series")
    .action(async () => {
      const store = openCandleStore();
      let bad = 0;
      const names = await store.names();
      for (const name of names) {
        const problems = verifySeries(store, name, Date.now());
        const path = store.pathOf(name);
        output.object({ ...name, path, valid: problems.length === 0, problems });
        for (const problem of problems) output.text(`${path}: ${problem}`);
        if (problems.length > 0) bad += 1;
      }
      if (names.length === 0) output.text("There are no files yet, so there is nothing to verify.");
      else output.text(`${countOf(names.length, "file")}, ${bad === 0 ? "all good" : `${bad} bad`}.`);
      if (bad > 0) process.exitCode = 1;
    });
  withExamples(verify, [
    ["sixbtc data verify", "name every bad file and what is wrong with it"],
    ["sixbtc data verify --json", "one JSON object a file, good ones too"],
  ]);
}
