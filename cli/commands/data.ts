import { randomInt } from "node:crypto";
import { stat } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { loadConfig } from "../../core/config/load.ts";
import { messageOf, SixbtcError, usageError } from "../../core/errors.ts";
import { openCcxtSource } from "../../core/market/ccxt-source.ts";
import { findGaps } from "../../core/market/check-candles.ts";
import { csvFilesIn } from "../../core/market/csv-source.ts";
import { type Fetched, fetchMarket } from "../../core/market/fetch-market.ts";
import { FILES_EXCHANGE, importCsv } from "../../core/market/import-csv.ts";
import type { SeriesInfo, SeriesName } from "../../core/market/series.ts";
import { type CandleStore, openCandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE, storeSynthetic } from "../../core/market/store-synthetic.ts";
import { verifySeries } from "../../core/market/verify-series.ts";
import { isTimeframe, TIMEFRAMES, type Timeframe } from "../../core/timeframe.ts";
import { type CommandContext, withExamples } from "../command.ts";
import type { Output } from "../output.ts";

const DAY_MS = 24 * 3_600_000;

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

type FetchOptions = {
  exchange?: string[];
  coins?: string[];
  timeframes?: Timeframe[];
  days?: number;
  baseUrl?: string;
};

function defineFetch(command: Command, { output, signal }: CommandContext): void {
  command
    .command("fetch")
    .description("Download what is missing of candles and funding rates; interrupted, it goes on where it stopped")
    .option("--exchange <ids>", "exchanges by their ids in ccxt (default: market.sources)", list)
    .option("--coins <coins>", "base assets such as BTC,ETH (default: market.coins)", list)
    .option("--timeframes <list>", "such as 15m,1h (default: market.timeframes)", timeframes)
    .option("--days <days>", "how far back (default: market.historyDays)", days)
    .option("--base-url <url>", "send every request to this address, a mirror or a simulator")
    .option("--json", "one JSON object a series")
    .action(async (options: FetchOptions) => {
      const { market } = await loadConfig();
      const faults: SixbtcError[] = [];
      for (const exchange of options.exchange ?? market.sources) {
        try {
          await fetchFrom(exchange, { market, options, output, signal });
        } catch (error) {
          // One exchange that cannot be reached is no reason to leave out the next.
          if (signal.aborted || !(error instanceof SixbtcError) || error.exitCode !== 3) throw error;
          faults.push(error);
        }
      }
      const [first, ...others] = faults;
      for (const { message } of others) output.note(message);
      if (first) throw first;
    });
}

type FetchContext = {
  market: { coins: string[]; timeframes: Timeframe[]; historyDays: number };
  options: FetchOptions;
  output: Output;
  signal: AbortSignal;
};

async function fetchFrom(exchange: string, { market, options, output, signal }: FetchContext): Promise<void> {
  const store = openCandleStore();
  const address = options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl, unpaced: true, backoffMs: 100 };
  const source = await openCcxtSource({ exchange, signal, ...address });
  const sinceMs = Date.now() - (options.days ?? market.historyDays) * DAY_MS;
  const fetching = fetchMarket({
    ...{ store, source, sinceMs, nowMs: Date.now },
    coins: options.coins ?? market.coins,
    timeframes: options.timeframes ?? market.timeframes,
    onPage({ coin, timeframe, done, total, fracDone, rows }) {
      const share = `${Math.floor(fracDone * 100)} %`.padStart(5);
      output.progress(`${exchange} ${coin} ${timeframe}${share}, ${count(rows)} rows (series ${done + 1} of ${total})`);
    },
  });
  for await (const fetched of fetching) showFetched(fetched, { exchange, store, sinceMs, output });
}

type Shown = { exchange: string; store: CandleStore; sinceMs: number; output: Output };

function showFetched(fetched: Fetched, { exchange, store, sinceMs, output }: Shown): void {
  output.progress("");
  if (fetched.kind === "unlisted") {
    output.note(`${exchange} does not trade ${fetched.coin}`);
    return;
  }
  const { kind: _, ...result } = fetched;
  const { coin, timeframe } = result;
  const info = store.info(result);
  const facts = info && { rows: info.rows, firstMs: info.firstMs, lastMs: info.lastMs };
  output.object({ ...(facts ?? { rows: 0, firstMs: null, lastMs: null }), ...result });
  const range = info ? `${moment(info.firstMs)} to ${moment(info.lastMs)}` : "nothing there";
  output.text(`${exchange} ${coin} ${timeframe}: ${count(result.added)} new rows, ${range}`);
  for (const { timeMs, problem } of result.rejected) {
    output.note(`  left out an impossible candle of ${moment(timeMs)}: ${problem}`);
  }
  if (result.conflicts > 0) output.note(`  ${count(result.conflicts)} rows differ from those stored, which stay`);
  if (info && info.firstMs > sinceMs + DAY_MS) {
    const reason = exchange === "hyperliquid" ? "; it keeps the newest 5,000 candles, so fetch now and then" : "";
    output.note(`  ${exchange} has nothing before ${moment(info.firstMs)}${reason}`);
  }
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
          `${series.exchange} ${series.coin} ${series.timeframe}: ${count(added)} new rows of ${count(rows)}`,
        );
        if (conflicts > 0) output.note(`  ${count(conflicts)} rows of ${path} differ from those stored, which stay`);
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
  const range = [moment(row.firstMs), moment(row.lastMs)];
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

function list(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "")) throw new InvalidArgumentError("It must be a list such as BTC,ETH.");
  return names;
}

function timeframes(text: string): Timeframe[] {
  return list(text).map((name) => {
    if (!isTimeframe(name)) throw new InvalidArgumentError(`Each must be one of ${TIMEFRAMES.join(" ")}.`);
    return name;
  });
}

function days(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return number;
}

function moment(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
