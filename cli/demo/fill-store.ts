import { SixbtcError, usageError } from "../../core/errors.ts";
import { openCcxtSource } from "../../core/market/ccxt-source.ts";
import { candleFilesIn, csvFilesIn, nameOfFile } from "../../core/market/csv-files.ts";
import { fetchMarket } from "../../core/market/fetch-market.ts";
import { FILES_EXCHANGE, importCsv } from "../../core/market/import-csv.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE, storeSynthetic } from "../../core/market/store-synthetic.ts";
import { TIMEFRAMES, type Timeframe, timeframesWithin } from "../../core/timeframe.ts";
import type { Output } from "../output.ts";

const DAY_MS = 24 * 3_600_000;
/** How long an exchange may take to answer at all. */
const ANSWER_MS = 3_000;
/** Enough for the windows of a backtest, and little enough to be there within a minute. */
const FETCHED = { coins: 8, days: 240, timeframe: "15m" } as const;
const SYNTHETIC = { coins: 12, days: 365, timeframe: "15m" } as const;

export type DemoMarket = {
  exchange: string;
  /** In their order of importance. */
  coins: string[];
  timeframes: Timeframe[];
  /** Said wherever results are shown. */
  description: string;
};

type Wanted = {
  store: CandleStore;
  folder: string | null;
  sources: readonly string[];
  coins: readonly string[];
  timeframes: readonly Timeframe[];
  seed: number;
  output: Output;
  signal: AbortSignal;
};

/** Fills an empty store: from a folder of CSV files, else from the first exchange that answers, else synthetically. */
export async function fillStore(wanted: Wanted): Promise<DemoMarket> {
  if (wanted.folder !== null) return importFolder(wanted, wanted.folder);
  const asked = wanted.sources.filter((id) => id !== FILES_EXCHANGE && id !== SYNTHETIC_EXCHANGE);
  for (const exchange of asked) {
    const market = await fetchFrom(wanted, exchange);
    if (market !== null) return market;
  }
  return synthesize(wanted);
}

async function importFolder({ store, timeframes, output, signal }: Wanted, folder: string): Promise<DemoMarket> {
  const timeframe = await shortestIn(folder);
  const usable = madeOf(timeframe, timeframes);
  if (usable.length === 0) {
    throw usageError(
      `The candles in ${folder} are ${timeframe}, and market.timeframes has none as long`,
      "Give shorter candles, or add a timeframe to market.timeframes.",
    );
  }
  const files = [...(await candleFilesIn(folder, timeframe)), ...(await candleFilesIn(folder, "funding"))];
  const coins: string[] = [];
  for (const [i, path] of files.entries()) {
    signal.throwIfAborted();
    output.progress(`reading ${path} (${i + 1} of ${files.length})`);
    const series = await importCsv(store, path, { exchange: FILES_EXCHANGE, nowMs: Date.now() });
    if (series.timeframe !== "funding") coins.push(series.coin);
  }
  const description = `${coins.length} coins of ${timeframe} candles from ${folder}`;
  return { exchange: FILES_EXCHANGE, coins, timeframes: usable, description };
}

async function shortestIn(folder: string): Promise<Timeframe> {
  const there = new Set((await csvFilesIn(folder)).map((path) => nameOfFile(path).kind));
  const shortest = TIMEFRAMES.find((timeframe) => there.has(timeframe));
  if (shortest === undefined) {
    throw new SixbtcError("data.missing", `There are no candle files in ${folder}`, {
      hint: "Files are named like BTCUSDT-15m.csv.gz; sub-folders are not read.",
      exitCode: 3,
    });
  }
  return shortest;
}

/** Null when the exchange does not answer in time; one that answers and then fails is an error. */
async function fetchFrom(demo: Wanted, exchange: string): Promise<DemoMarket | null> {
  const { store, output, signal, timeframes } = demo;
  output.progress(`asking ${exchange} for candles`);
  if (!(await answers(exchange, signal))) {
    output.note(`${exchange} does not answer.`);
    return null;
  }
  const source = await openCcxtSource({ exchange, signal });
  const sinceMs = Date.now() - FETCHED.days * DAY_MS;
  const wanted = [{ coins: demo.coins.slice(0, FETCHED.coins), timeframes: [FETCHED.timeframe] }];
  const request = { store, source, wanted, sinceMs, nowMs: Date.now };
  const fetched = new Set<string>();
  let failure: SixbtcError | null = null;
  const onPage = ({ coin, done, total }: { coin: string; done: number; total: number }) =>
    output.progress(`fetching ${coin} from ${exchange} (${done + 1} of ${total})`);
  for await (const one of fetchMarket({ ...request, onPage })) {
    if (one.kind === "fetched" && one.timeframe !== "funding") fetched.add(one.coin);
    if (one.kind !== "failed") continue;
    output.note(`${exchange} ${one.coin} ${one.timeframe} failed: ${one.error.message}`);
    failure ??= one.error;
  }
  if (fetched.size === 0 && failure !== null) throw failure;
  const description = `${fetched.size} coins of ${FETCHED.timeframe} candles from ${exchange}`;
  const usable = madeOf(FETCHED.timeframe, timeframes);
  return { exchange, coins: [...fetched], timeframes: usable, description };
}

/** Those of `timeframes` whose candles the store makes of `shortest` ones. */
function madeOf(shortest: Timeframe, timeframes: readonly Timeframe[]): Timeframe[] {
  return timeframes.filter((one) => timeframesWithin(one).includes(shortest));
}

async function answers(exchange: string, signal: AbortSignal): Promise<boolean> {
  const patience = AbortSignal.timeout(ANSWER_MS);
  try {
    const source = await openCcxtSource({ exchange, signal: AbortSignal.any([signal, patience]) });
    return (await source.coins()).length > 0;
  } catch (error) {
    signal.throwIfAborted();
    if (patience.aborted || (error instanceof SixbtcError && error.exitCode === 3)) return false;
    throw error;
  }
}

async function synthesize({ store, coins, timeframes, seed, signal }: Wanted): Promise<DemoMarket> {
  const some = coins.slice(0, SYNTHETIC.coins);
  const usable = madeOf(SYNTHETIC.timeframe, timeframes);
  const shortest = [SYNTHETIC.timeframe];
  const market = { seed, coins: some, timeframes: shortest, days: SYNTHETIC.days };
  await storeSynthetic(store, { ...market, nowMs: Date.now(), signal });
  const description = `SYNTHETIC MARKET without an edge, ${some.length} coins of ${SYNTHETIC.timeframe} candles`;
  return { exchange: SYNTHETIC_EXCHANGE, coins: [...some], timeframes: usable, description };
}
