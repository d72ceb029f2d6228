import type { Command } from "commander";
import { type CommandContext, withExamples } from "../command.ts";
import { defineFetch } from "../data/fetch.ts";
import { defineImport } from "../data/import-files.ts";
import { defineList } from "../data/list-series.ts";
import { defineSynth } from "../data/synth-market.ts";
import { defineVerify } from "../data/verify-store.ts";

export function define(command: Command, context: CommandContext): void {
  withExamples(command, [
    ["sixbtc data fetch", "bring the candles that the configuration names up to date"],
    ["sixbtc data fetch --exchange hyperliquid --coins BTC,ETH --timeframes 1h --days 90", "some of them"],
    ["sixbtc data import ~/candles", "take over every CSV file of a folder"],
    ["sixbtc data list", "what is there, and what is missing in it"],
    ["sixbtc data verify --json", "check every file; exit code 1 if one is bad"],
    ["sixbtc data synth --days 365 --seed 7", "make a synthetic market, for a machine without a network"],
  ]);
  defineFetch(command, context);
  defineImport(command, context);
  defineList(command, context);
  defineVerify(command, context);
  defineSynth(command, context);
}
