import { openCandleStore } from "../../core/market/store.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

/** The newest candle of all coins on one exchange and timeframe. */
export type NewestCandle = { exchange: string; timeframe: Timeframe; synthetic: boolean; endMs: number };

/** How fresh the candles of a home folder are, by exchange and timeframe. */
export async function newestCandles(home: string): Promise<NewestCandle[]> {
  const store = openCandleStore(home);
  const newest = new Map<string, NewestCandle>();
  for (const name of await store.names()) {
    const { exchange, timeframe } = name;
    const info = timeframe === "funding" ? null : store.info(name);
    if (info === null || timeframe === "funding") continue;
    const endMs = info.lastMs + timeframeMs(timeframe);
    const key = `${exchange} ${timeframe}`;
    if (endMs > (newest.get(key)?.endMs ?? -Infinity)) {
      newest.set(key, { exchange, timeframe, synthetic: info.synthetic, endMs });
    }
  }
  return [...newest.values()];
}
