import { type Timeframe, timeframeMs, timeframesWithin } from "../timeframe.ts";
import { isResampled } from "./series.ts";
import type { CandleStore } from "./store.ts";

/**
 * The end of the newest candle that `readOrResample` would give, made of shorter ones or not, without making it; null
 * where the store has none.
 */
export function storedUntil(store: CandleStore, exchange: string, coin: string, timeframe: Timeframe): number | null {
  const barMs = timeframeMs(timeframe);
  for (const from of timeframesWithin(timeframe)) {
    const info = store.info({ exchange, coin, timeframe: from });
    if (info && !isResampled(info)) return Math.floor((info.lastMs + timeframeMs(from)) / barMs) * barMs;
  }
  // Made once of what is there no more.
  const left = store.info({ exchange, coin, timeframe });
  return left && left.lastMs + barMs;
}
