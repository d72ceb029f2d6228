import type { Market } from "../../../core/kernel/market.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import type { Account } from "../../../core/kernel/rules.ts";
import { indexAtOrAfter } from "../../../core/market/columns.ts";
import { type EntrySample, type RandomEntries, randomEntries } from "../../../core/statistics/random-entry.ts";

const DAY_MS = 86_400_000;

/** Trades of a window against entries at random in it. */
export function compareWithRandom(
  market: Market,
  trades: readonly Trade[],
  { fee, slippage }: Account,
  draws: number,
  seed: string,
): RandomEntries {
  return randomEntries(sampleOf(market, trades), { fee, slippage }, draws, seed);
}

/**
 * The unit that moves together is the day, or the mean holding time where that is longer: what is open at one time, in
 * however many coins, is about one bet. A trade that left within a bar has held that bar too.
 */
export function sampleOf({ coins, timeframeMs }: Market, trades: readonly Trade[]): EntrySample {
  const indexOf = new Map(coins.map(({ coin }, i) => [coin, i]));
  const coin = Int32Array.from(trades, (trade) => indexOf.get(trade.coin) ?? -1);
  const barOf = (i: number, ms: number) =>
    indexAtOrAfter(coins[coin[i] ?? -1]?.candles.time ?? new Float64Array(0), ms);
  const heldMs = trades.reduce((sum, { entryTime, exitTime }) => sum + exitTime - entryTime, 0) / trades.length;
  const groupMs = Math.max(DAY_MS, heldMs + timeframeMs);
  const firstMs = trades.reduce((first, { entryTime }) => Math.min(first, entryTime), Number.POSITIVE_INFINITY);
  const entryBar = Int32Array.from(trades, ({ entryTime }, i) => barOf(i, entryTime));
  return {
    opens: coins.map(({ candles }) => candles.open),
    coin,
    entryBar,
    heldBars: Int32Array.from(trades, ({ exitTime, reason }, i) => {
      const bars = barOf(i, exitTime) - (entryBar[i] ?? 0);
      return Math.max(1, reason === "signal" || reason === "maxBars" ? bars : bars + 1);
    }),
    side: Int8Array.from(trades, ({ direction }) => (direction === "long" ? 1 : -1)),
    group: Int32Array.from(trades, ({ entryTime }) => Math.floor((entryTime - firstMs) / groupMs)),
    gained: Float64Array.from(trades, ({ pnl, funding, notional }) => (pnl - funding) / notional),
  };
}
