import { stat } from "node:fs/promises";
import { messageOf, usageError } from "../../../core/errors.ts";
import type { Funding } from "../../../core/kernel/candles.ts";
import type { MarketCoin } from "../../../core/kernel/market.ts";
import { DEFAULT_MAX_LEVERAGE } from "../../../core/kernel/rules.ts";
import { candleFilesIn, nameOfFile } from "../../../core/market/csv-files.ts";
import { loadAllCsvCandles, loadCsvFunding } from "../../../core/market/csv-source.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import type { FileJob, MaxLeverage } from "./job.ts";
import { refuseBroken } from "./refuse-broken.ts";

type Files = Pick<FileJob, "candles" | "funding" | "maxLeverage">;

/** The coins of the files, in the order of the options; the files of a folder come by name (EXECUTION.md 1). */
export async function loadCoins(files: Files, timeframe: Timeframe): Promise<MarketCoin[]> {
  const paths = (await Promise.all(files.candles.map((path) => candlePaths(path, timeframe)))).flat();
  const coins = refuseRepeats(paths);
  refuseUnknown(coins, files);
  const funding = await loadFunding(await fundingPaths(files.funding, coins));
  const loaded = await loadAllCsvCandles(paths, timeframe);
  refuseBroken(loaded);
  return loaded.map(({ coin, candles }) => ({
    ...{ coin, candles, funding: funding.get(coin) ?? null, maxLeverage: limitOf(coin, files.maxLeverage) },
  }));
}

/** The files that a `--candles` names: itself, or those of the timeframe in the folder that it is. */
async function candlePaths(path: string, timeframe: Timeframe): Promise<string[]> {
  if (!(await isFolder(path))) return [path];
  const found = await candleFilesIn(path, timeframe);
  if (found.length > 0) return found;
  throw usageError(
    `${path} has no ${timeframe} candles, which the strategy trades`,
    `Files of them are named COIN-${timeframe}.csv or .csv.gz; subfolders are not looked into.`,
  );
}

/** The files that the `--funding` name: themselves, or those of a folder that are of coins with candles. */
async function fundingPaths(paths: readonly string[], coins: readonly string[]): Promise<string[]> {
  const named: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      refuseStranger(path, coins);
      named.push(path);
      continue;
    }
    const found = await candleFilesIn(path, "funding");
    if (found.length === 0) {
      throw usageError(`${path} has no files of funding rates`, "They are named COIN-funding.csv or .csv.gz.");
    }
    named.push(...found.filter((file) => coins.includes(nameOfFile(file).coin)));
  }
  return named;
}

function refuseStranger(path: string, coins: readonly string[]): void {
  const { coin, kind } = nameOfFile(path);
  if (kind !== null && kind !== "funding") {
    throw usageError(`${path} is named as a file of ${kind} candles`, "Give it as --candles.");
  }
  if (!coins.includes(coin)) throw usageError(`${path} is of ${coin}, which has no candles`, thereAre(coins));
}

function thereAre(coins: readonly string[]): string {
  return `There are candles of ${coins.join(", ")}.`;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw usageError(`${path} cannot be read: ${messageOf(cause)}`, "Name a file or folder that exists.");
  }
}

/** The coins of the files, none of which may be there twice: two files of one coin would be traded as two coins. */
function refuseRepeats(paths: readonly string[]): string[] {
  const pathOf = new Map<string, string>();
  for (const path of paths) {
    const { coin } = nameOfFile(path);
    const other = pathOf.get(coin);
    if (other !== undefined) {
      throw usageError(`${other} and ${path} are both candles of ${coin}`, "Name one file a coin.");
    }
    pathOf.set(coin, path);
  }
  return [...pathOf.keys()];
}

function refuseUnknown(coins: readonly string[], { maxLeverage }: Files): void {
  if (typeof maxLeverage === "number") return;
  for (const coin of Object.keys(maxLeverage)) {
    if (!coins.includes(coin)) throw usageError(`--max-leverage names ${coin}, which has no candles`, thereAre(coins));
  }
}

async function loadFunding(paths: readonly string[]): Promise<Map<string, Funding>> {
  refuseRepeatedFunding(paths);
  const loaded = await Promise.all(paths.map(loadCsvFunding));
  return new Map(loaded.map(({ coin, funding }) => [coin, funding]));
}

function refuseRepeatedFunding(paths: readonly string[]): void {
  const coins = paths.map((path) => nameOfFile(path).coin);
  const repeated = coins.find((coin, i) => coins.indexOf(coin) < i);
  if (repeated !== undefined) throw usageError(`--funding of ${repeated} is given twice`, "Name one file a coin.");
}

/** A coin that is not named has the limit of one that is not known. */
function limitOf(coin: string, maxLeverage: MaxLeverage): number {
  if (typeof maxLeverage === "number") return maxLeverage;
  // A coin's name is a file's: a plain lookup would find `constructor`.
  const limit = Object.hasOwn(maxLeverage, coin) ? maxLeverage[coin] : undefined;
  return limit ?? DEFAULT_MAX_LEVERAGE;
}
