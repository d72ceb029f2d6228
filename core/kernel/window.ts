import { SixbtcError } from "../errors.ts";
import type { Candles, Masks } from "./candles.ts";
import { type Market, type MarketCoin, prepareMarket } from "./market.ts";
import { type Prepared, prepareSignals } from "./prepare-signals.ts";
import type { TradingRules } from "./rules.ts";

/** A period in ms UTC: bars that open at or after `fromMs` and have closed by `toMs`. */
export type Period = { fromMs: number; toMs: number };

/** Index of the first bar that opens at or after `ms`. */
function firstBarAt(time: Float64Array, ms: number): number {
  let low = 0;
  for (let high = time.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cut(candles: Candles, from: number, to: number): Candles {
  return {
    time: candles.time.subarray(from, to),
    open: candles.open.subarray(from, to),
    high: candles.high.subarray(from, to),
    low: candles.low.subarray(from, to),
    close: candles.close.subarray(from, to),
    volume: candles.volume.subarray(from, to),
    length: Math.max(0, to - from),
  };
}

/**
 * The part of a market that lies in a period, as a market of its own: an account begins in it flat and with all its
 * capital, and what is open at a coin's last bar in it leaves there. What exits measure reaches back before it. Coins
 * without a bar in it stay, empty, so that the universe keeps its order.
 */
export function marketWindow(market: Market, { fromMs, toMs }: Period): Market {
  const coins = market.coins.map((coin): MarketCoin => {
    const { candles } = coin;
    const from = firstBarAt(candles.time, fromMs);
    const to = firstBarAt(candles.time, toMs - market.timeframeMs + 1);
    return { ...coin, candles: cut(candles, from, Math.max(from, to)), history: { candles, barsBefore: from } };
  });
  return prepareMarket(coins, market.timeframeMs);
}

/**
 * Signals that were computed on whole histories, ready in a window of them: indicators are warm at its first bar, and
 * an entry counts if its signal bar and the bar that it acts on both lie inside.
 */
export function prepareWindow(window: Market, masks: readonly Masks[], rules: TradingRules): Prepared {
  const cutMasks = window.coins.map(({ candles, history }, coin): Masks => {
    if (history === undefined) throw new SixbtcError("kernel.precondition", "this market is no window of another");
    const from = history.barsBefore;
    const to = from + candles.length;
    // Bars count from the beginning of the history, so what is left of the warm-up is taken out by hand.
    const coldBars = Math.max(0, rules.warmup - from);
    const { enterLong, enterShort, exitLong, exitShort } = masks[coin]!;
    return {
      enterLong: withoutFirst(enterLong.subarray(from, to), coldBars),
      enterShort: withoutFirst(enterShort.subarray(from, to), coldBars),
      exitLong: exitLong.subarray(from, to),
      exitShort: exitShort.subarray(from, to),
    };
  });
  return prepareSignals(window, cutMasks, { ...rules, warmup: 0 });
}

function withoutFirst(mask: Uint8Array, bars: number): Uint8Array {
  return bars === 0 ? mask : mask.slice().fill(0, 0, bars);
}
