/**
 * Candles of one coin and timeframe as columns, oldest first, all `length` long. `time` is the open time in ms UTC,
 * strictly ascending at multiples of the timeframe; a missing bar is not there. Prices are in quote currency,
 * `volume` in base coins. The columns may be mapped files: nobody writes to them.
 */
export type Candles = {
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly length: number;
};

/**
 * Funding payments of one coin: `time` in ms UTC rounded down to the full hour, strictly ascending, and `rate` the
 * fraction of notional that longs pay to shorts at that hour (negative: shorts pay longs).
 */
export type Funding = {
  readonly time: Float64Array;
  readonly rate: Float64Array;
};

/** What a strategy asks for: one 0/1 a bar, all as long as the candles. */
export type Masks = {
  readonly enterLong: Uint8Array;
  readonly enterShort: Uint8Array;
  readonly exitLong: Uint8Array;
  readonly exitShort: Uint8Array;
};
