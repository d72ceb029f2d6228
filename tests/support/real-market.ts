import { join } from "node:path";
import type { Candles } from "../../core/kernel/candles.ts";
import { loadCsvCandles } from "../../core/market/csv-source.ts";

/** The folder of real candles, where there is one. */
export const REAL_DATA = process.env["SIXBTC_TEST_DATA"];

/** Real 15m candles: one coin with a gap, and others that begin and end at other times. */
export async function realMarket(names = ["BTC", "ETH", "XRP", "SUI", "BNB"]): Promise<Candles[]> {
  const files = names.map((name) => loadCsvCandles(join(REAL_DATA ?? "", `${name}USDT-15m.csv.gz`)));
  return (await Promise.all(files)).map(({ candles }) => candles);
}
