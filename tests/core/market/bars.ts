import type { Candles } from "../../../core/kernel/candles.ts";
import { candlesOfColumns } from "../../../core/market/columns.ts";
import { type Timeframe, timeframeMs } from "../../../core/timeframe.ts";

/** Candles from rows of time, open, high, low, close, volume. */
export function bars(rows: readonly (readonly number[])[]): Candles {
  return candlesOfColumns([0, 1, 2, 3, 4, 5].map((i) => Float64Array.from(rows, (row) => row[i]!)));
}

/** `count` possible candles without gaps from `fromMs` on; `shade` makes their prices their own. */
export function plainBars(timeframe: Timeframe, fromMs: number, count: number, shade = 0): Candles {
  const rows = Array.from({ length: count }, (_, i) => {
    const open = 100 + shade + (i % 7);
    return [fromMs + i * timeframeMs(timeframe), open, open + 2, open - 1, open + 1, 10 + i];
  });
  return bars(rows);
}
