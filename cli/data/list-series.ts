import type { Command } from "commander";
import { SixbtcError } from "../../core/errors.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { countOf } from "../value-text.ts";
import { listed, SERIES_COLUMNS, seriesRow } from "./series-rows.ts";

const NOTHING =
  "There are no candles yet. `sixbtc data fetch` downloads them, `sixbtc data import DIR` takes over files.";

export function defineList(command: Command, { output }: CommandContext): void {
  const list = command
    .command("list")
    .description("List every series of candles and funding rates, and its gaps; exit code 3 if one cannot be read")
    .option("--json", "one JSON object a series")
    .action(async () => {
      const store = openCandleStore();
      const rows = (await store.names()).flatMap((name) => listed(store, name));
      for (const row of rows) output.object(row);
      if (rows.length === 0) output.text(NOTHING);
      else output.table(SERIES_COLUMNS, rows.map(seriesRow));
      const damaged = rows.filter((row) => row.damaged !== null).map(({ path }) => path);
      if (damaged.length === 0) return;
      throw new SixbtcError(
        "data.damaged",
        `${countOf(damaged.length, "file")} cannot be read: ${damaged.join(", ")}`,
        {
          hint: "`sixbtc data verify` says of every file what is wrong with it; delete what is damaged and get it again.",
          exitCode: 3,
        },
      );
    });
  withExamples(list, [
    ["sixbtc data list", "what is there, and what is missing in it"],
    ["sixbtc data list --json", "one JSON object a series, with its path and hash"],
  ]);
}
