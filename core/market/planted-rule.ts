import type { Candles } from "../kernel/candles.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A condition on a coin's bars that the strategy language can say: planted-strategy.ts does. */
export type PlantedRule =
  /** The close crosses above the highest high of the `lookback` bars before. */
  | { kind: "breakout"; lookback: number }
  /** The average of the last `fast` closes crosses above that of the last `slow` (EMA). */
  | { kind: "crossing"; fast: number; slow: number }
  /** The RSI of `length` bars, 2 or more, crosses below `level`. */
  | { kind: "oversold"; length: number; level: number }
  /** The bar closes at `hour` o'clock UTC, 0 to 23. */
  | { kind: "hour"; hour: number };

/**
 * Says of one bar after the other, from 0 on and none left out, whether the rule's condition holds on it. It reads no
 * later bar than that, so `candles` may still be in the making behind it. It computes what `ta` does, to the bit.
 */
export type RuleWatch = (bar: number) => boolean;

export function watchRule(rule: PlantedRule, candles: Candles, timeframeMs: number): RuleWatch {
  switch (rule.kind) {
    case "breakout":
      return watchBreakout(candles, rule.lookback);
    case "crossing":
      return watchCrossing(candles, rule.fast, rule.slow);
    case "oversold":
      return watchOversold(candles, rule.length, rule.level);
    case "hour":
      return (bar) => ((candles.time[bar] ?? NaN) + timeframeMs) % DAY_MS === rule.hour * HOUR_MS;
  }
}

function watchBreakout({ high, close }: Candles, lookback: number): RuleWatch {
  let highest = 0;
  let barrierBefore = NaN;
  return (bar) => {
    if (bar < lookback) return false;
    if (highest < bar - lookback || Number.isNaN(barrierBefore)) {
      highest = bar - lookback;
      for (let i = highest + 1; i < bar; i++) if ((high[i] ?? NaN) >= (high[highest] ?? NaN)) highest = i;
    } else if ((high[bar - 1] ?? NaN) >= (high[highest] ?? NaN)) {
      highest = bar - 1;
    }
    const barrier = high[highest] ?? NaN;
    const isCrossed = (close[bar] ?? NaN) > barrier && (close[bar - 1] ?? NaN) <= barrierBefore;
    barrierBefore = barrier;
    return isCrossed;
  };
}

function watchCrossing({ close }: Candles, fast: number, slow: number): RuleWatch {
  const fastAverage = ema(fast);
  const slowAverage = ema(slow);
  const firstKnown = Math.max(fast, slow) - 1;
  let wasBelow = false;
  return (bar) => {
    const price = close[bar] ?? NaN;
    const quick = fastAverage(price);
    const steady = slowAverage(price);
    const isCrossed = quick > steady && wasBelow;
    wasBelow = bar >= firstKnown && quick <= steady;
    return isCrossed;
  };
}

function ema(length: number): (value: number) => number {
  const weight = 2 / (length + 1);
  const rest = 1 - weight;
  let mean = NaN;
  return (value) => {
    mean = value * weight + (Number.isNaN(mean) ? value : mean) * rest;
    return mean;
  };
}

function watchOversold({ close }: Candles, length: number, level: number): RuleWatch {
  const step = 1 / length;
  let gain = 0;
  let loss = 0;
  let wasAbove = false;
  return (bar) => {
    if (bar === 0) return false;
    const change = (close[bar] ?? NaN) - (close[bar - 1] ?? NaN);
    const up = Math.max(change, 0);
    if (bar <= length) {
      gain += up;
      loss += up - change;
      if (bar < length) return false;
      gain /= length;
      loss /= length;
    } else {
      gain = (up - gain) * step + gain;
      loss = (up - change - loss) * step + loss;
    }
    const strength = loss === 0 ? 100 : 100 - 100 / (gain / loss + 1);
    const isCrossed = strength < level && wasAbove;
    wasAbove = strength >= level;
    return isCrossed;
  };
}
