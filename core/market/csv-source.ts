import { usageError } from "../errors.ts";
import type { Candles, Funding } from "../kernel/candles.ts";
import { hourlyFunding } from "../kernel/funding.ts";
import type { Timeframe } from "../timeframe.ts";
import { checkCandles, checkFunding, refuseProblems } from "./check-candles.ts";
import { CANDLE_COLUMNS, candlesOfColumns } from "./columns.ts";
import { nameOfFile } from "./csv-files.ts";
import { giveBack, readAhead } from "./csv-text.ts";
import { parseCsv } from "./parse-csv.ts";

const CANDLE_HEADER = ["timestamp", ...CANDLE_COLUMNS.slice(1)].join(",");
const FUNDING_HEADER = "timestamp,rate";
const FILE_NAME_HINT = "Name it COIN-TIMEFRAME.csv, such as BTC-15m.csv.gz; of a backtest, give it as --candles.";
const FUNDING_NAME_HINT = "Name it COIN-funding.csv; of a backtest, give it as --funding.";

export type CandleFile = { path: string; coin: string; timeframe: Timeframe; candles: Candles };

/**
 * The candles of a CSV file (`timestamp,open,high,low,close,volume`, gzip or not), checked row by row. The timeframe
 * is that of the file's name; where the name has none, or another must not be, it is `expected`.
 */
export async function loadCsvCandles(path: string, expected?: Timeframe): Promise<CandleFile> {
  return await loadNext(path, readAhead([path]), expected);
}

/** The same of several files, in their order. While one is parsed, those after it are read. */
export async function loadAllCsvCandles(paths: readonly string[], expected: Timeframe): Promise<CandleFile[]> {
  const nextText = readAhead(paths);
  const files: CandleFile[] = [];
  for (const path of paths) files.push(await loadNext(path, nextText, expected));
  return files;
}

async function loadNext(path: string, nextText: () => Promise<Uint8Array>, expected?: Timeframe): Promise<CandleFile> {
  const { coin, kind } = nameOfFile(path);
  if (coin === "") throw usageError(`${path} does not name its coin`, FILE_NAME_HINT);
  if (kind === "funding") throw usageError(`${path} is named as a file of funding rates`, "Give it as --funding.");
  const timeframe = kind ?? expected;
  if (timeframe === undefined) {
    throw usageError(`${path} does not say its timeframe`, FILE_NAME_HINT);
  }
  if (expected !== undefined && timeframe !== expected) {
    throw usageError(
      `${path} holds ${timeframe} candles, and the strategy trades ${expected}`,
      `Name a file of ${expected} candles.`,
    );
  }
  const bytes = await nextText();
  if (startsWith(bytes, FUNDING_HEADER)) {
    throw usageError(`${path} holds funding rates, and is given as candles`, FUNDING_NAME_HINT);
  }
  const candles = candlesOfColumns(parseCsv(bytes, CANDLE_HEADER, path));
  giveBack(bytes);
  refuseProblems(checkCandles(candles, timeframe, 1), (row) => `${path} line ${row + 2}`);
  return { path, coin, timeframe, candles };
}

export type FundingFile = { path: string; coin: string; funding: Funding };

/** The funding rates of a CSV file (`timestamp,rate`, gzip or not), by the full hour at which each is due. */
export async function loadCsvFunding(path: string): Promise<FundingFile> {
  const bytes = await readAhead([path])();
  if (startsWith(bytes, CANDLE_HEADER)) {
    throw usageError(`${path} holds candles, and is given as funding rates`, FILE_NAME_HINT);
  }
  const [time = new Float64Array(), rate = new Float64Array()] = parseCsv(bytes, FUNDING_HEADER, path);
  const funding = hourlyFunding(time, rate);
  refuseProblems(checkFunding(funding, 1), () => path);
  return { path, coin: nameOfFile(path).coin, funding };
}

/** Whether the first line is this header. */
function startsWith(bytes: Uint8Array, header: string): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, header.length + 4));
  return start.split(/\r?\n/, 1)[0] === header;
}
