import type { Candles, Funding } from "../kernel/candles.ts";

/** Names and order of the columns in every file of candles. */
export const CANDLE_COLUMNS = ["time", "open", "high", "low", "close", "volume"] as const;

/** Names and order of the columns in every file of funding rates. */
export const FUNDING_COLUMNS = ["time", "rate"] as const;

export type Columns = readonly Float64Array[];

export function columnsOfCandles(candles: Candles): Columns {
  return CANDLE_COLUMNS.map((name) => candles[name]);
}

/** Candles over the same memory; `columns` are in the order of CANDLE_COLUMNS and equally long. */
export function candlesOfColumns(columns: Columns): Candles {
  const [time, open, high, low, close, volume] = columns;
  if (!time || !open || !high || !low || !close || !volume) {
    throw new TypeError(`candles have six columns, not ${columns.length}`);
  }
  return { time, open, high, low, close, volume, length: time.length };
}

export function columnsOfFunding(funding: Funding): Columns {
  return [funding.time, funding.rate];
}

export function fundingOfColumns(columns: Columns): Funding {
  const [time, rate] = columns;
  if (!time || !rate) throw new TypeError(`funding has two columns, not ${columns.length}`);
  return { time, rate };
}

/** Bars `from` up to, but not including, `to`; a view, not a copy. */
export function sliceCandles(candles: Candles, from: number, to: number): Candles {
  return candlesOfColumns(columnsOfCandles(candles).map((column) => column.subarray(from, to)));
}

/** Index of the first time at or after `ms` in ascending times: their number where there is none. */
export function indexAtOrAfter(time: Float64Array, ms: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] ?? NaN) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
