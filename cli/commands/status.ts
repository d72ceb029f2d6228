import type { Command } from "commander";
import { type CommandContext, withExamples } from "../command.ts";
import { readCandleMarks } from "../status/candle-marks.ts";
import { printStatus } from "../status/print-status.ts";
import { readStatus } from "../status/read-status.ts";
import { withDatabase } from "../with-database.ts";

export function define(command: Command, { output }: CommandContext): void {
  withExamples(command, [
    ["sixbtc status", "strategies by status, stages, what is live, alerts"],
    ["sixbtc status --json", "the same as one JSON object; times are ms"],
  ]);
  command.option("--json", "one JSON object").action(() =>
    withDatabase("status", async ({ db, config, home }) => {
      const status = await readStatus(db, config, await readCandleMarks(home, config), Date.now());
      output.object(status);
      printStatus(output, status);
    }),
  );
}
