import type { Candles } from "../kernel/candles.ts";
import type { Timeframe } from "../timeframe.ts";
import { readOrResample } from "./read-or-resample.ts";
import type { SeriesInfo } from "./series.ts";
import type { CandleStore } from "./store.ts";

/** Candles of one coin as the store has them, of the exchange that comes first for it. */
export type StoredCoin = { info: SeriesInfo; candles: Candles };

export type StoredCoins = {
  /** Every coin of which the store has candles on any timeframe. */
  readonly coins: ReadonlySet<string>;
  /** Null where no exchange has candles of the coin that make this timeframe. */
  find(coin: string, timeframe: Timeframe): Promise<StoredCoin | null>;
};

/**
 * The one rule by which research and the desk agree on whose candles a coin has: those of the first exchange, `sources`
 * in their order and then others by name; synthetic ones only where there are no real ones.
 */
export async function openStoredCoins(store: CandleStore, sources: readonly string[]): Promise<StoredCoins> {
  const names = (await store.names()).filter(({ timeframe }) => timeframe !== "funding");
  const exchanges = [...new Set([...sources, ...names.map(({ exchange }) => exchange)])];
  return {
    coins: new Set(names.map(({ coin }) => coin)),
    async find(coin, timeframe) {
      let synthetic: StoredCoin | null = null;
      for (const exchange of exchanges) {
        if (!names.some((name) => name.coin === coin && name.exchange === exchange)) continue;
        const candles = await readOrResample(store, exchange, coin, timeframe);
        const info = store.info({ exchange, coin, timeframe });
        if (candles === null || info === null) continue;
        if (!info.synthetic) return { info, candles };
        synthetic ??= { info, candles };
      }
      return synthetic;
    },
  };
}
