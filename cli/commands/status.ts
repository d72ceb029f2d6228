import type { Command } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { connect } from "../../core/db/connect.ts";
import { homeFolder } from "../../core/paths.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { readCandleMarks } from "../status/candle-marks.ts";
import { printStatus } from "../status/print-status.ts";
import { readStatus } from "../status/read-status.ts";

export function define(command: Command, { output }: CommandContext): void {
  withExamples(command, [
    ["sixbtc status", "strategies by status, stages, what is live, alerts"],
    ["sixbtc status --json", "the same as one JSON object; times are ms"],
  ]);
  command.option("--json", "one JSON object").action(async () => {
    const config = await loadConfig();
    const home = homeFolder();
    const db = await connect({ home, poolSize: config.database.poolSize, applicationName: "sixbtc status" });
    try {
      const status = await readStatus(db, config, await readCandleMarks(home), Date.now());
      output.object(status);
      printStatus(output, status);
    } finally {
      await db.close();
    }
  });
}
