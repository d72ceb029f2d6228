import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../../core/config/schema.ts";
import { SixbtcError } from "../../../core/errors.ts";
import type { Candles } from "../../../core/kernel/candles.ts";
import { coinKey } from "../../../core/market/coin-key.ts";
import { indexAtOrAfter, sliceCandles } from "../../../core/market/columns.ts";
import { candleFilesIn } from "../../../core/market/csv-files.ts";
import { loadAllCsvCandles } from "../../../core/market/csv-source.ts";
import { FILES_EXCHANGE } from "../../../core/market/import-csv.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import { type DataSet, readDataSet } from "../../../stages/backtest/data-set.ts";

const DAY_MS = 86_400_000;

export type Coins = { coin: string; candles: Candles }[];

/** The candles of a folder, of the last `days` before the newest of them. Funding is left: the null markets pay none. */
export async function readFolder(folder: string, timeframe: Timeframe, days: number | null): Promise<Coins> {
  const files = await loadAllCsvCandles(await candleFilesIn(folder, timeframe), timeframe);
  const newestMs = Math.max(...files.map(({ candles }) => candles.time.at(-1) ?? 0));
  const fromMs = days === null ? 0 : newestMs - days * DAY_MS;
  const coins = files.map(({ coin, candles }) => ({
    coin: coinKey(coin),
    candles: sliceCandles(candles, indexAtOrAfter(candles.time, fromMs), candles.length),
  }));
  if (coins.length > 0) return coins;
  throw new SixbtcError("data.missing", `There are no ${timeframe} candle files in ${folder}`, {
    hint: "Files are named like BTCUSDT-15m.csv.gz; sub-folders are not read.",
    exitCode: 3,
  });
}

/** A market in a candle store of its own, so that it is read as the factory reads its own. */
export type StoredMarket = {
  coins: Coins;
  /** Planned as the stage plans it: all coins of the folder, the windows of the config. */
  dataSet(timeframe: Timeframe): Promise<DataSet>;
  remove(): Promise<void>;
};

export async function storeMarket(
  folder: string,
  name: string,
  coins: Coins,
  timeframe: Timeframe,
  { market: { sources }, backtest: { windows } }: Config,
): Promise<StoredMarket> {
  const home = join(folder, name);
  const store = openCandleStore(home);
  const origin = { source: name, synthetic: true };
  for (const { coin, candles } of coins) {
    await store.write({ exchange: FILES_EXCHANGE, coin, timeframe }, origin, { candles });
  }
  const wanted = { sources, coins: coins.map(({ coin }) => coin), windows };
  const unknown = { maxLeverages: new Map(), listings: new Map() };
  return {
    coins,
    async dataSet(asked) {
      const read = await readDataSet(store, asked, { ...wanted, ...unknown });
      if (read.kind === "ready") return read.data;
      throw new SixbtcError("data.notReady", `The candles make no market: ${read.reason}`, { exitCode: 3 });
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}
