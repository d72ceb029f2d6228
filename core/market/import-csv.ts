import { dropUnfinished } from "./check-candles.ts";
import { coinKey } from "./coin-key.ts";
import { nameOfFile } from "./csv-files.ts";
import { loadCsvCandles, loadCsvFunding } from "./csv-source.ts";
import { refuseOtherScale } from "./refuse-other-scale.ts";
import type { SeriesName } from "./series.ts";
import type { CandleStore } from "./store.ts";

/** What the store calls the exchange of files whose origin nobody named. */
export const FILES_EXCHANGE = "files";

type Imported = SeriesName & {
  path: string;
  /** Rows of the file that count: an unfinished candle at its end does not. */
  rows: number;
  added: number;
  /** Rows that differ from those that are stored, which stay. */
  conflicts: number;
};

/** Adds the candles or funding rates of a CSV file to the store, as data of `exchange`. */
export async function importCsv(
  store: CandleStore,
  path: string,
  { exchange, nowMs }: { exchange: string; nowMs: number },
): Promise<Imported> {
  const origin = { source: "csv", synthetic: false };
  if (nameOfFile(path).kind === "funding") {
    const { coin, funding } = await loadCsvFunding(path);
    const series = { exchange, coin: coinKey(coin), timeframe: "funding" } as const;
    const { added, conflictCount } = await store.merge(series, origin, { funding });
    return { path, ...series, rows: funding.time.length, added, conflicts: conflictCount };
  }
  const loaded = await loadCsvCandles(path);
  refuseOtherScale(store, exchange, loaded);
  const series = { exchange, coin: coinKey(loaded.coin), timeframe: loaded.timeframe };
  const candles = dropUnfinished(loaded.candles, loaded.timeframe, nowMs);
  const { added, conflictCount } = await store.merge(series, origin, { candles });
  return { path, ...series, rows: candles.length, added, conflicts: conflictCount };
}
