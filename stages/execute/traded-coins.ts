import type { Candles, Funding } from "../../core/kernel/candles.ts";
import { readOrResample } from "../../core/market/read-or-resample.ts";
import type { CandleStore } from "../../core/market/store.ts";
import type { Timeframe } from "../../core/timeframe.ts";

/** One coin as the desk sees it: all its closed candles, and the file that a child maps to see the same. */
export type TradedCoin = { coin: string; path: string; candles: Candles; funding: Funding | null; maxLeverage: number };

export type TradedCoins = {
  /** In the order of `universe`; a coin without candles is left out. */
  read(universe: readonly string[], timeframe: Timeframe): Promise<TradedCoin[]>;
};

type Sources = { exchanges: readonly string[]; maxLeverageOf(coin: string): number };

/**
 * The coins of one pass, each read once, so that all strategies see the same candles: of the first exchange that has
 * them, `exchanges` in their order and then others by name, synthetic ones only where there are no real ones.
 */
export async function openTradedCoins(store: CandleStore, { exchanges, maxLeverageOf }: Sources): Promise<TradedCoins> {
  const names = (await store.names()).filter(({ timeframe }) => timeframe !== "funding");
  const ordered = [...new Set([...exchanges, ...names.map(({ exchange }) => exchange)])];
  const known = new Map<string, Promise<TradedCoin | null>>();

  async function find(coin: string, timeframe: Timeframe): Promise<TradedCoin | null> {
    let found: TradedCoin | null = null;
    for (const exchange of ordered) {
      if (!names.some((name) => name.coin === coin && name.exchange === exchange)) continue;
      const candles = await readOrResample(store, exchange, coin, timeframe);
      const info = store.info({ exchange, coin, timeframe });
      if (candles === null || info === null || (info.synthetic && found !== null)) continue;
      const funding = store.readFunding(exchange, coin);
      found = { coin, path: info.path, candles, funding, maxLeverage: maxLeverageOf(coin) };
      if (!info.synthetic) return found;
    }
    return found;
  }
  return {
    async read(universe, timeframe) {
      const coins = universe.map((coin) => {
        const key = `${coin} ${timeframe}`;
        const coming = known.get(key) ?? find(coin, timeframe);
        known.set(key, coming);
        return coming;
      });
      return (await Promise.all(coins)).filter((coin) => coin !== null);
    },
  };
}
