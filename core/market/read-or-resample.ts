import type { Candles } from "../kernel/candles.ts";
import { type Timeframe, timeframesWithin } from "../timeframe.ts";
import { resampleCandles } from "./resample.ts";
import { isResampled } from "./series.ts";
import type { CandleStore } from "./store.ts";

/**
 * Candles of the store; where it has none of this timeframe, those made of the nearest shorter one that it has. They
 * are written to the store too, so that child processes find them by their path, and made anew when those they are
 * made of have changed; candles that came meanwhile from elsewhere stay, and are what is read. Null where there is
 * nothing to make them of.
 */
export async function readOrResample(
  store: CandleStore,
  exchange: string,
  coin: string,
  timeframe: Timeframe,
): Promise<Candles | null> {
  const there = store.info({ exchange, coin, timeframe });
  if (there && !isResampled(there)) return store.read(exchange, coin, timeframe);
  for (const from of timeframesWithin(timeframe).slice(1)) {
    const info = store.info({ exchange, coin, timeframe: from });
    const candles = info && !isResampled(info) ? store.read(exchange, coin, from) : null;
    if (!info || !candles) continue;
    const source = `resampled ${from} ${info.contentHash.slice(0, 16)}`;
    if (there?.source !== source) {
      const made = resampleCandles(candles, from, timeframe);
      if (made.length === 0) continue;
      await store.write({ exchange, coin, timeframe }, { source, synthetic: info.synthetic }, { candles: made });
    }
    return store.read(exchange, coin, timeframe);
  }
  return there && store.read(exchange, coin, timeframe);
}
