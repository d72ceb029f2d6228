const MINUTE_MS = 60_000;

const LENGTHS_MS = {
  "1m": MINUTE_MS,
  "5m": 5 * MINUTE_MS,
  "15m": 15 * MINUTE_MS,
  "30m": 30 * MINUTE_MS,
  "1h": 60 * MINUTE_MS,
  "2h": 120 * MINUTE_MS,
  "4h": 240 * MINUTE_MS,
  "1d": 1440 * MINUTE_MS,
} as const;

/** The timeframes that a strategy may name (STRATEGY.md 1), shortest first. */
export type Timeframe = keyof typeof LENGTHS_MS;

export const TIMEFRAMES = Object.keys(LENGTHS_MS) as [Timeframe, ...Timeframe[]];

export function isTimeframe(text: string): text is Timeframe {
  return Object.hasOwn(LENGTHS_MS, text);
}

/** Those whose candles make candles of `timeframe`: itself, then every shorter one, the nearest first. */
export function timeframesWithin(timeframe: Timeframe): Timeframe[] {
  return TIMEFRAMES.slice(0, TIMEFRAMES.indexOf(timeframe) + 1).toReversed();
}

export function timeframeMs(timeframe: Timeframe): number {
  return LENGTHS_MS[timeframe];
}
