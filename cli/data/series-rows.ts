import { ailmentOf } from "../../core/market/arrow-file.ts";
import { findGaps } from "../../core/market/check-candles.ts";
import type { SeriesInfo, SeriesName } from "../../core/market/series.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { minuteText } from "../value-text.ts";

export const SERIES_COLUMNS = ["exchange", "coin", "timeframe", "rows", "from", "to", "gaps", "missing", "source"];

/** A series of the store; `damaged` says why nothing more is known of a file that cannot be read. */
type Readable = SeriesInfo & { gaps: number; missingBars: number; damaged: null };
type Damaged = SeriesName & { path: string; damaged: string };
export type Listed = Readable | Damaged;

/** None where the file has gone meanwhile. One that cannot be read is listed as such: it must not hide the others. */
export function listed(store: CandleStore, name: SeriesName): Listed[] {
  const path = store.pathOf(name);
  try {
    const info = store.info(name);
    if (info === null) return [];
    const candles = name.timeframe === "funding" ? null : store.read(name.exchange, name.coin, name.timeframe);
    const gaps = candles && name.timeframe !== "funding" ? findGaps(candles.time, name.timeframe) : [];
    const missingBars = gaps.reduce((sum, { bars }) => sum + bars, 0);
    return [{ ...info, gaps: gaps.length, missingBars, damaged: null }];
  } catch (error) {
    const damaged = ailmentOf(error, path);
    if (damaged === null) throw error;
    return [{ ...name, path, damaged }];
  }
}

export function seriesRow(row: Listed): (string | number | null)[] {
  const { exchange, coin, timeframe } = row;
  if (row.damaged !== null) return [exchange, coin, timeframe, null, null, null, null, null, `DAMAGED: ${row.damaged}`];
  const source = row.synthetic && !row.source.startsWith("synthetic") ? `synthetic, ${row.source}` : row.source;
  const range = row.rows === 0 ? [null, null] : [minuteText(row.firstMs), minuteText(row.lastMs)];
  return [exchange, coin, timeframe, row.rows, ...range, row.gaps, row.missingBars, source];
}
