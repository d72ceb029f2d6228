import { usageError } from "../errors.ts";
import type { Candles } from "../kernel/candles.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { CANDLE_COLUMNS, candlesOfColumns } from "./columns.ts";

/**
 * Candles of a longer timeframe, made of those of a shorter one. A longer bar is there if its period is over, which
 * the end of the last shorter bar says, and it has at least one shorter bar: bars that are missing within it change
 * nothing but what they would have held. The first period is left out unless its very first bar is there, since
 * candles that begin in the middle of it say nothing about how it opened.
 */
export function resampleCandles(candles: Candles, from: Timeframe, to: Timeframe): Candles {
  const fromMs = timeframeMs(from);
  const toMs = timeframeMs(to);
  if (toMs <= fromMs || toMs % fromMs !== 0)
    throw usageError(`${to} candles are not made of ${from} ones`, "Name a longer timeframe.");
  const { time, open, high, low, close, volume, length } = candles;
  const firstMs = time[0] ?? NaN;
  const endMs = (time[length - 1] ?? NaN) + fromMs;
  const columns = CANDLE_COLUMNS.map(() => new Float64Array(length));
  const made = candlesOfColumns(columns);
  let bar = -1;
  for (let i = 0; i < length; i++) {
    const t = time[i] ?? NaN;
    const period = Math.floor(t / toMs) * toMs;
    if (period < firstMs) continue;
    if (period + toMs > endMs) break;
    if (bar < 0 || made.time[bar] !== period) {
      bar += 1;
      made.time[bar] = period;
      made.open[bar] = open[i] ?? NaN;
      made.high[bar] = -Infinity;
      made.low[bar] = Infinity;
      made.volume[bar] = 0;
    }
    made.high[bar] = Math.max(made.high[bar] ?? NaN, high[i] ?? NaN);
    made.low[bar] = Math.min(made.low[bar] ?? NaN, low[i] ?? NaN);
    made.close[bar] = close[i] ?? NaN;
    made.volume[bar] = (made.volume[bar] ?? NaN) + (volume[i] ?? NaN);
  }
  return candlesOfColumns(columns.map((column) => column.slice(0, bar + 1)));
}
