import type { Config } from "../../core/config/schema.ts";
import type { TradedSeries } from "../../core/db/traded-series.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE } from "../../core/market/store-synthetic.ts";
import { openStoredCoins } from "../../core/market/stored-coins.ts";
import { storedUntil } from "../../core/market/stored-until.ts";
import type { Timeframe } from "../../core/timeframe.ts";

/** How fresh the candles are of a coin that a live strategy trades. */
export type NeededCandles = {
  /** Null: no exchange has candles of the timeframe. */
  exchange: string | null;
  timeframe: Timeframe;
  coin: string;
  /** End of the newest one; null: there is none. */
  endMs: number | null;
};

/** Each coin that LIVE strategies trade, once for an exchange and timeframe; the synthetic market is never late. */
export async function neededCandles(
  home: string,
  traded: readonly TradedSeries[],
  market: Config["market"],
): Promise<NeededCandles[]> {
  const store = openCandleStore(home);
  const stored = await openStoredCoins(store, market);
  const needed = new Map<string, NeededCandles>();
  for (const { isLive, timeframe, coins, exchange: own } of traded) {
    const exchange = own ?? stored.chosen(timeframe)?.exchange ?? null;
    if (!isLive || exchange === SYNTHETIC_EXCHANGE) continue;
    for (const coin of coins) {
      const key = `${exchange} ${timeframe} ${coin}`;
      if (needed.has(key)) continue;
      const endMs = exchange === null ? null : storedUntil(store, exchange, coin, timeframe);
      needed.set(key, { exchange, timeframe, coin, endMs });
    }
  }
  return [...needed.values()];
}
