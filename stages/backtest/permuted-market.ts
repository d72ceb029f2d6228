import type { Candles } from "../../core/kernel/candles.ts";
import type { Market } from "../../core/kernel/market.ts";
import { marketWindow, type Period } from "../../core/kernel/window.ts";
import { indexAtOrAfter, sliceCandles } from "../../core/market/columns.ts";
import { candlesForMoves, permuteMoves, prepareMoves } from "../../core/statistics/permute-market.ts";

/** A market whose moves in a period can be put into another order, again and again. */
export type PermutedMarket = {
  /** The market of a seed, until the next is drawn: its columns are written over then. */
  draw(seed: string): {
    /** All bars of each coin up to the end of the period; those before it are the real ones. */
    candles: readonly Candles[];
    window: Market;
  };
};

/** Of the candles nothing behind the period is kept. Funding stays at its hours, at its real rates. */
export function permutedMarket(market: Market, period: Period): PermutedMarket {
  const upTo = (candles: Candles) => sliceCandles(candles, 0, indexAtOrAfter(candles.time, lastOpenMs + 1));
  const lastOpenMs = period.toMs - market.timeframeMs;
  const moves = prepareMoves(
    market.coins.map(({ candles }) => upTo(candles)),
    period.fromMs,
  );
  const columns = candlesForMoves(moves);
  const coins = market.coins.map((coin, i) => ({ ...coin, candles: columns[i] ?? coin.candles }));
  // The window's columns are views of those that are written over: only what is made of them has to be made again.
  const window = marketWindow({ ...market, coins }, period);
  return {
    draw(seed) {
      permuteMoves(moves, seed, columns);
      // Another object, since columns that follow from a market are kept by its identity.
      return { candles: columns, window: { ...window } };
    },
  };
}
