import type { Candles } from "../kernel/candles.ts";
import { type Timeframe, timeframesWithin } from "../timeframe.ts";
import { coinKey } from "./coin-key.ts";
import { FILES_EXCHANGE } from "./import-csv.ts";
import { readOrResample } from "./read-or-resample.ts";
import type { SeriesInfo } from "./series.ts";
import type { CandleStore } from "./store.ts";
import { SYNTHETIC_EXCHANGE } from "./store-synthetic.ts";

/** Candles of one coin as the store has them. */
export type StoredCoin = { info: SeriesInfo; candles: Candles };

export type StoredCoins = {
  /** Whose candles of a timeframe are used, and of which coins it has any; null where the store has none at all. */
  chosen(timeframe: Timeframe): { exchange: string; coins: ReadonlySet<string> } | null;
  /** Null where the exchange, the chosen one if none is named, has no candles of the coin that make this timeframe. */
  find(coin: string, timeframe: Timeframe, exchange?: string | null): Promise<StoredCoin | null>;
};

type Wanted = { sources: readonly string[]; coins: readonly string[] };

/**
 * The one rule by which research and the desk agree on whose candles are used: of `sources` in their order, then
 * files, then others by name, the synthetic market last, the first that has a wanted coin, or else any. One exchange
 * serves all coins of a timeframe: prices of two are never compared, and no synthetic ones stand beside real ones.
 */
export async function openStoredCoins(store: CandleStore, { sources, coins }: Wanted): Promise<StoredCoins> {
  const names = (await store.names()).filter(({ timeframe }) => timeframe !== "funding");
  const others = names.map(({ exchange }) => exchange).filter((exchange) => exchange !== SYNTHETIC_EXCHANGE);
  const exchanges = [...new Set([...sources, FILES_EXCHANGE, ...others, SYNTHETIC_EXCHANGE])];
  const wanted = new Set(coins.map(coinKey));

  function chosen(timeframe: Timeframe) {
    const usable = timeframesWithin(timeframe);
    const found = exchanges.flatMap((exchange) => {
      const there = names.filter((name) => name.exchange === exchange && usable.some((one) => one === name.timeframe));
      return there.length === 0 ? [] : [{ exchange, coins: new Set(there.map(({ coin }) => coin)) }];
    });
    return found.find((one) => !wanted.isDisjointFrom(one.coins)) ?? found[0] ?? null;
  }
  return {
    chosen,
    async find(coin, timeframe, named = null) {
      const exchange = named ?? chosen(timeframe)?.exchange;
      if (exchange === undefined) return null;
      const candles = await readOrResample(store, exchange, coin, timeframe);
      const info = store.info({ exchange, coin, timeframe });
      return candles === null || info === null ? null : { info, candles };
    },
  };
}
