import { randomInt } from "node:crypto";
import type { Command } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE, storeSynthetic } from "../../core/market/store-synthetic.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { named } from "../named.ts";
import { days, list, timeframes } from "./options.ts";
import { listed, SERIES_COLUMNS, seriesRow } from "./series-rows.ts";

type SynthOptions = { coins?: string[]; timeframes?: Timeframe[]; days: number; seed?: string };

export function defineSynth(command: Command, { output, signal }: CommandContext): void {
  const synth = command
    .command("synth")
    .description("Make a synthetic market without an edge, from a seed; it says synthetic wherever it is shown")
    .option("--coins <coins>", "names such as BTC,ETH (default: market.coins)", list)
    .option("--timeframes <list>", "such as 15m,1h (default: market.timeframes)", timeframes)
    .option("--days <days>", "whole days up to yesterday", days, 730)
    .option("--seed <seed>", "the same seed makes the same market (default: a new one)", named)
    .option("--json", "one JSON object a series")
    .action(async (options: SynthOptions) => {
      const { market } = await loadConfig();
      const store = openCandleStore();
      const seed = options.seed ?? String(randomInt(1e9));
      const coins = options.coins ?? market.coins;
      const request = { seed, coins, timeframes: options.timeframes ?? market.timeframes, days: options.days };
      await storeSynthetic(store, { ...request, nowMs: Date.now(), signal });
      const names = (await store.names()).filter(({ exchange }) => exchange === SYNTHETIC_EXCHANGE);
      const rows = names
        .flatMap((name) => listed(store, name))
        .filter((row) => row.damaged === null && row.source.endsWith(` ${seed}`));
      for (const row of rows) output.object({ ...row, seed });
      output.table(SERIES_COLUMNS, rows.map(seriesRow));
    });
  withExamples(synth, [
    ["sixbtc data synth", "every coin and timeframe of the configuration, two years"],
    ["sixbtc data synth --coins BTC,ETH --days 365 --seed 7", "some of them, the same each time"],
  ]);
}
