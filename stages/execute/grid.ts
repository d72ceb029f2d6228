import type { Candles } from "../../core/kernel/candles.ts";
import { unionGrid } from "../../core/kernel/grid.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";

/**
 * The grid times from `fromMs` on that the desk may act on, which depends on the candles alone and on no clock. The
 * newest waits for each coin that had the bar before it, since that one's candle is most likely on its way, but not
 * longer than until any coin has the next bar: then the desk goes on without the coin, as it does over a gap. A coin
 * that is silent for longer (delisted, or its source is down) holds up nobody until it is back.
 */
export function actableTimes(coins: readonly Candles[], fromMs: number, timeframeMs: number): Float64Array {
  const grid = unionGrid(coins.map(({ time }) => time.subarray(indexAtOrAfter(time, fromMs))));
  const newest = grid.at(-1);
  if (newest === undefined) return grid;
  const isAwaited = coins.some(({ time }) => time.at(-1) === newest - timeframeMs);
  return isAwaited ? grid.subarray(0, -1) : grid;
}
