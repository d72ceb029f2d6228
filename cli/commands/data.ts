import { randomInt } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { messageOf, usageError } from "../../core/errors.ts";
import { findGaps } from "../../core/market/check-candles.ts";
import { csvFilesIn } from "../../core/market/csv-source.ts";
import { FILES_EXCHANGE, importCsv } from "../../core/market/import-csv.ts";
import type { SeriesInfo, SeriesName } from "../../core/market/series.ts";
import { type CandleStore, openCandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE, storeSynthetic } from "../../core/market/store-synthetic.ts";
import { verifySeries } from "../../core/market/verify-series.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { defineFetch } from "../data/fetch.ts";
import { days, list, timeframes } from "../data/options.ts";
import { countText, minuteText } from "../value-text.ts";

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

function defineImport(command: Command, { output, signal }: CommandContext): void {
  command
    .command("import")
    .argument("<paths...>", "CSV files (timestamp,open,high,low,close,volume or timestamp,rate), or folders of them")
    .description("Take over CSV files named COIN-TIMEFRAME.csv or COIN-funding.csv, gzip or not")
    .option("--exchange <name>", "the exchange that they are from", FILES_EXCHANGE)
    .option("--json", "one JSON object a file")
    .action(async (paths: string[], { exchange }: { exchange: string }) => {
      if (exchange === SYNTHETIC_EXCHANGE) {
        throw usageError("Files are not imported as synthetic candles", "Give --exchange another name, or none.");
      }
      const store = openCandleStore();
      const files = await filesOf(paths);
      for (const [i, path] of files.entries()) {
        signal.throwIfAborted();
        output.progress(`${path} (${i + 1} of ${files.length})`);
        const { rows, added, conflicts, ...series } = await importCsv(store, path, { exchange, nowMs: Date.now() });
        output.object({ ...series, rows, added, conflicts });
        output.text(
          `${series.exchange} ${series.coin} ${series.timeframe}: ${countText(added)} new rows of ${countText(rows)}`,
        );
        if (conflicts > 0)
          output.note(`  ${countText(conflicts)} rows of ${path} differ from those stored, which stay`);
      }
      output.progress("");
      if (files.length === 0) output.note("There are no CSV files.");
    });
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause) => {
      throw usageError(`${path} cannot be read: ${messageOf(cause)}`, "Name a file or folder that exists.");
    });
    files.push(...(found.isDirectory() ? await csvFilesIn(path) : [path]));
  }
  return files;
}

function defineList(command: Command, { output }: CommandContext): void {
  command
    .command("list")
    .description("List every series of candles and funding rates, and its gaps")
    .option("--json", "one JSON object a series")
    .action(async () => {
      const store = openCandleStore();
      const rows = (await store.names()).flatMap((name) => listed(store, name));
      for (const row of rows) output.object(row);
      if (rows.length === 0)
        output.text(
          "There are no candles yet. `sixbtc data fetch` downloads them, `sixbtc data import DIR` takes over files.",
        );
      else output.table(LIST_COLUMNS, rows.map(listRow));
    });
}

const LIST_COLUMNS = ["exchange", "coin", "timeframe", "rows", "from", "to", "gaps", "missing", "source"];

type Listed = SeriesInfo & { gaps: number; missingBars: number };

function listed(store: CandleStore, name: SeriesName): Listed[] {
  const info = store.info(name);
  if (info === null) return [];
  const candles = name.timeframe === "funding" ? null : store.read(name.exchange, name.coin, name.timeframe);
  const gaps = candles && name.timeframe !== "funding" ? findGaps(candles.time, name.timeframe) : [];
  return [{ ...info, gaps: gaps.length, missingBars: gaps.reduce((sum, { bars }) => sum + bars, 0) }];
}

function listRow(row: Listed): (string | number)[] {
  const source = row.synthetic && !row.source.startsWith("synthetic") ? `synthetic, ${row.source}` : row.source;
  const range = [minuteText(row.firstMs), minuteText(row.lastMs)];
  return [row.exchange, row.coin, row.timeframe, row.rows, ...range, row.gaps, row.missingBars, source];
}

function defineVerify(command: Command, { output }: CommandContext): void {
  command
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
      output.text(`${names.length} files, ${bad === 0 ? "all good" : `${bad} bad`}.`);
      if (bad > 0) process.exitCode = 1;
    });
}

type SynthOptions = { coins?: string[]; timeframes?: Timeframe[]; days: number; seed?: string };

function defineSynth(command: Command, { output }: CommandContext): void {
  command
    .command("synth")
    .description("Make a synthetic market without an edge, from a seed; it says synthetic wherever it is shown")
    .option("--coins <coins>", "names such as BTC,ETH (default: market.coins)", list)
    .option("--timeframes <list>", "such as 15m,1h (default: market.timeframes)", timeframes)
    .option("--days <days>", "whole days up to yesterday", days, 730)
    .option("--seed <seed>", "the same seed makes the same market (default: a new one)")
    .option("--json", "one JSON object a series")
    .action(async (options: SynthOptions) => {
      const { market } = await loadConfig();
      const store = openCandleStore();
      const seed = options.seed ?? String(randomInt(1e9));
      const coins = options.coins ?? market.coins;
      const request = { seed, coins, timeframes: options.timeframes ?? market.timeframes, days: options.days };
      await storeSynthetic(store, { ...request, nowMs: Date.now() });
      const names = (await store.names()).filter(({ exchange }) => exchange === SYNTHETIC_EXCHANGE);
      const rows = names.flatMap((name) => listed(store, name)).filter(({ source }) => source.endsWith(` ${seed}`));
      for (const row of rows) output.object({ ...row, seed });
      output.table(LIST_COLUMNS, rows.map(listRow));
    });
}
