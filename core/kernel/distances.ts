import { SixbtcError } from "../errors.ts";
import type { Candles } from "./candles.ts";
import type { Side, Stop, TakeProfit } from "./rules.ts";

/** The parts of an exit whose distance is measured on the candles up to the signal bar (EXECUTION.md 4). */
export type Measure =
  | { kind: "atr"; length: number }
  | { kind: "stddev"; length: number }
  | { kind: "swing"; lookback: number };

/** What a stop measures; `null` where its distance is a fraction of the entry price. */
export function stopMeasure(stop: Stop): Measure | null {
  return stop.kind === "atr" || stop.kind === "stddev" || stop.kind === "swing" ? stop : null;
}

/** What a target measures; `null` where its distance follows from the entry price or the stop. */
export function targetMeasure(takeProfit: TakeProfit | undefined): Measure | null {
  return takeProfit?.kind === "atr" ? takeProfit : null;
}

/** Price distance of the first stop; `measured` is the value of `stopMeasure` at the signal bar, if it has one. */
export function stopDistance(stop: Stop, entryPrice: number, measured: number): number {
  switch (stop.kind) {
    case "percent":
    case "trailing":
      return stop.value * entryPrice;
    case "atr":
    case "stddev":
      return stop.multiple * measured;
    case "swing":
      return measured;
  }
}

/** Price distance of the fixed target, or `null` where there is none. `measured` is for `targetMeasure`. */
export function targetDistance(
  takeProfit: TakeProfit | undefined,
  entryPrice: number,
  stop: number,
  measured: number,
): number | null {
  switch (takeProfit?.kind) {
    case "percent":
      return takeProfit.value * entryPrice;
    case "atr":
      return takeProfit.multiple * measured;
    case "riskReward":
      return takeProfit.ratio * stop;
    default:
      return null;
  }
}

/**
 * Wilder's average true range: NaN before index `length - 1`, there the mean of the first `length` true ranges (of
 * bar 0: high - low), then `prev + (TR - prev) / length`. Value `t` depends on bars `0..t`, so live candles must
 * begin where the backtest's did to give the same digits.
 */
function atr(candles: Candles, length: number): Float64Array {
  if (!(Number.isInteger(length) && length >= 1)) throw new SixbtcError("kernel.precondition", `atr: length ${length}`);
  const { high, low, close } = candles;
  const out = new Float64Array(candles.length).fill(Number.NaN);
  let mean = 0;
  for (let t = 0; t < candles.length; t++) {
    const before = t === 0 ? close[0]! : close[t - 1]!;
    // The same as the largest of high - low, |high - before| and |low - before|; of bar 0: high - low.
    const tr = t === 0 ? high[0]! - low[0]! : Math.max(high[t]!, before) - Math.min(low[t]!, before);
    if (t >= length) mean += (tr - mean) / length;
    else if (t === length - 1) mean = (mean + tr) / length;
    else mean += tr;
    if (t >= length - 1) out[t] = mean;
  }
  return out;
}

/**
 * Population standard deviation of the last `length` closes at bar `t`, that bar included; NaN before there are as
 * many. In two passes: a running sum of squares loses the digits of a small deviation of a large price.
 */
function deviationAt(close: Float64Array, t: number, length: number): number {
  const from = t - length + 1;
  if (from < 0) return Number.NaN;
  let sum = 0;
  for (let i = from; i <= t; i++) sum += close[i]!;
  const mean = sum / length;
  let squares = 0;
  for (let i = from; i <= t; i++) squares += (close[i]! - mean) ** 2;
  return Math.sqrt(squares / length);
}

/** From the close of bar `t` to the worst price of the last `lookback` bars; NaN before there are as many. */
function swingAt(candles: Candles, t: number, lookback: number, side: Side): number {
  const from = t - lookback + 1;
  if (from < 0) return Number.NaN;
  let worst = side > 0 ? candles.low[t]! : candles.high[t]!;
  for (let i = from; i < t; i++) {
    worst = side > 0 ? Math.min(worst, candles.low[i]!) : Math.max(worst, candles.high[i]!);
  }
  return side > 0 ? candles.close[t]! - worst : worst - candles.close[t]!;
}

/**
 * The measure at each of the `signals` bars, for positions of the side beside it, in quote currency; NaN while it is
 * not known. Each value depends on bars up to its own only. Measured where a signal stands, not bar by bar, since
 * few bars have one and a lookback may be thousands of bars long.
 */
export function measureAt(
  measure: Measure,
  candles: Candles,
  signals: ArrayLike<number>,
  sides: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(signals.length);
  const column = measure.kind === "atr" && signals.length > 0 ? atr(candles, measure.length) : null;
  for (let i = 0; i < signals.length; i++) {
    const t = signals[i]!;
    if (column !== null) out[i] = column[t]!;
    else if (measure.kind === "stddev") out[i] = deviationAt(candles.close, t, measure.length);
    else if (measure.kind === "swing") out[i] = swingAt(candles, t, measure.lookback, sides[i]! > 0 ? 1 : -1);
  }
  return out;
}
