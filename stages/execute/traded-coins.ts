import type { Candles, Funding } from "../../core/kernel/candles.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { openStoredCoins } from "../../core/market/stored-coins.ts";
import type { Timeframe } from "../../core/timeframe.ts";

/** One coin as the desk sees it: all its closed candles, and the file that a child maps to see the same. */
export type TradedCoin = {
  coin: string;
  path: string;
  /** When its file was last added to. */
  updatedAtMs: number;
  candles: Candles;
  funding: Funding | null;
  maxLeverage: number;
};

export type TradedCoins = {
  /**
   * In the order of `universe`; a coin without candles is left out. `exchange` is the one that the strategy was tested
   * on: prices of another one, however near, would open and close positions that nobody could have had.
   */
  read(universe: readonly string[], timeframe: Timeframe, exchange: string | null): Promise<TradedCoin[]>;
};

type Wanted = {
  /** The config's, by which the backtests chose their candles too. */
  sources: readonly string[];
  coins: readonly string[];
  maxLeverageOf(coin: string): number;
};

/** The coins of one pass, each read once, so that all strategies see the same candles. */
export async function openTradedCoins(store: CandleStore, { maxLeverageOf, ...wanted }: Wanted): Promise<TradedCoins> {
  const stored = await openStoredCoins(store, wanted);
  const known = new Map<string, Promise<TradedCoin | null>>();

  async function find(coin: string, timeframe: Timeframe, exchange: string | null): Promise<TradedCoin | null> {
    const found = await stored.find(coin, timeframe, exchange);
    if (found === null) return null;
    const { info, candles } = found;
    const funding = store.readFunding(info.exchange, coin);
    const { path, updatedAtMs } = info;
    return { coin, path, updatedAtMs, candles, funding, maxLeverage: maxLeverageOf(coin) };
  }
  return {
    async read(universe, timeframe, exchange) {
      const coins = universe.map((coin) => {
        const key = `${exchange} ${coin} ${timeframe}`;
        const coming = known.get(key) ?? find(coin, timeframe, exchange);
        known.set(key, coming);
        return coming;
      });
      return (await Promise.all(coins)).filter((coin) => coin !== null);
    },
  };
}
