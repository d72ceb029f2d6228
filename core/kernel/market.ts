import type { Candles, Funding } from "./candles.ts";
import { type BarFunding, barFunding } from "./funding.ts";
import { gridIndexes, unionGrid } from "./grid.ts";

/** A coin of the universe; `funding` is null where there is none, `maxLeverage` is the exchange's for this coin. */
export type MarketCoin = {
  coin: string;
  candles: Candles;
  funding: Funding | null;
  maxLeverage: number;
  /** In a window: all bars of the coin, on which exits are measured, and how many of them come before `candles`. */
  history?: { candles: Candles; barsBefore: number };
};

/** What depends on candles alone, so that all strategies on the same candles share it. Nobody writes to it. */
export type Market = {
  readonly timeframeMs: number;
  /** In universe order. */
  readonly coins: readonly MarketCoin[];
  readonly gridTime: Float64Array;
  /** For each coin the grid index of each of its bars. */
  readonly barGrid: readonly Int32Array[];
  readonly barFunding: readonly (BarFunding | null)[];
};

/** A market of `coins` in universe order, whose bars stand at multiples of `timeframeMs`, strictly ascending. */
export function prepareMarket(coins: readonly MarketCoin[], timeframeMs: number): Market {
  const gridTime = unionGrid(coins.map(({ candles }) => candles.time));
  return {
    timeframeMs,
    coins,
    gridTime,
    barGrid: coins.map(({ candles }) => gridIndexes(gridTime, candles.time)),
    barFunding: coins.map(({ candles, funding }) =>
      funding === null ? null : barFunding(candles.time, timeframeMs, funding),
    ),
  };
}
