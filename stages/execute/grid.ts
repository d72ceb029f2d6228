import type { Candles } from "../../core/kernel/candles.ts";
import { unionGrid } from "../../core/kernel/grid.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";

/**
 * The grid times from `fromMs` on that the desk may act on. A coin that had the bar before `fromMs` is on its way: no
 * time is acted on before its candle is there, however far others are ahead, since a download brings one coin after
 * the other and one bar or many. Unless `isQuiet`, when nothing has come for a while: then the desk goes on without
 * the coins that are late, as it does over a gap, and waits for them no more until they have caught up.
 */
export function actableTimes(
  coins: readonly Candles[],
  fromMs: number,
  timeframeMs: number,
  isQuiet: boolean,
): Float64Array {
  const grid = unionGrid(coins.map(({ time }) => time.subarray(indexAtOrAfter(time, fromMs))));
  if (isQuiet) return grid;
  const awaited = coins.flatMap(({ time }) => time.at(-1) ?? []).filter((last) => last >= fromMs - timeframeMs);
  return grid.subarray(0, indexAtOrAfter(grid, Math.min(...awaited) + timeframeMs));
}
