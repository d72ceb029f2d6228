import type { Candles } from "../../kernel/candles.ts";

/**
 * What several strategies may see, and none may write to: the candles handed in, their columns, and every result of
 * `ta` that was computed from such columns alone, whether or not a memo keeps it. Held weakly.
 */
const shared = new WeakSet<object>();

/** Bar length of the candles that a column of open times belongs to. */
const timeframes = new WeakMap<Float64Array, number>();

/** Whether a write to this column, mask, candles object or result of `ta` must be refused. */
export function isShared(value: object): boolean {
  return shared.has(value);
}

export function markShared(value: object): void {
  shared.add(value);
}

/**
 * The `c` of a strategy's `signals`: the same columns, not copied, in a frozen object that `ta` knows as shared and
 * whose bars last `timeframeMs`. Everything that runs a strategy makes its candles here; `ta.resample` refuses others,
 * since a bar length read off the times would depend on bars still to come.
 */
export function candlesForStrategy(candles: Candles, timeframeMs: number): Candles {
  const { time, open, high, low, close, volume, length } = candles;
  const columns = { time, open, high, low, close, volume };
  for (const column of Object.values(columns)) markShared(column);
  timeframes.set(time, timeframeMs);
  const made = Object.freeze({ ...columns, length });
  markShared(made);
  return made;
}

/** Bar length in ms of the candles with this column of open times, if they are those of a strategy run. */
export function timeframeMsOf(time: Float64Array): number | undefined {
  return timeframes.get(time);
}
