import type { Candles } from "../kernel/candles.ts";
import { gridIndexes, unionGrid } from "../kernel/grid.ts";
import { randomFrom } from "../kernel/random.ts";

/**
 * A bar that rose by more would lose more than nine tenths when mirrored, or fall below 0. All of its moves are first
 * shrunk until its high is this much above the close before, whether it is then mirrored or not: both outcomes stay
 * equally far from that close, so that no drift is left, which leaving such bars alone would bring in.
 */
const MAX_RISE_FRAC = 0.9;

/**
 * The market without its edges (STATISTICS.md 8 a): at each time that any coin has a bar a coin is tossed, and on one
 * side the bars of all coins are mirrored about their close before, in simple returns (a rise of 3 % becomes a fall of
 * 3 % of the price now standing; high and low change places). The expected next price is the last one, whatever came
 * before, for every coin and any mix of them. Times, volumes, gaps, volatility and its clusters, and what the coins
 * have in common stay. A coin's first bar, which has no close before it, stays as it is.
 *
 * `candles` are of the shortest timeframe in use; longer ones are resampled from what comes back. The seed alone
 * decides. Every candle is possible, to the last bit: rounding never turns the order of prices around.
 */
export function nullMarket(candles: readonly Candles[], seed: string | number): Candles[] {
  const grid = unionGrid(candles.map(({ time }) => time));
  const random = randomFrom(seed);
  const isMirrored = Uint8Array.from(grid, () => (random.next() < 0.5 ? 1 : 0));
  return candles.map((each) => nullCandles(each, gridIndexes(grid, each.time), isMirrored));
}

function nullCandles(real: Candles, barGrid: Int32Array, isMirrored: Uint8Array): Candles {
  const { length } = real;
  // Times and volumes are the real ones, in the same memory: nobody writes to candles.
  const made = { ...real };
  for (const name of ["open", "high", "low", "close"] as const) {
    made[name] = new Float64Array(length);
    made[name].set(real[name].subarray(0, 1));
  }
  const { open, high, low, close } = made;
  let before = close[0] ?? NaN;
  let price = before;
  for (let bar = 1; bar < length; bar++) {
    const rise = (real.high[bar] ?? NaN) / before - 1;
    const shrunk = rise > MAX_RISE_FRAC ? MAX_RISE_FRAC / rise : 1;
    const isFlipped = isMirrored[barGrid[bar] ?? NaN] === 1;
    const step = isFlipped ? -shrunk : shrunk;
    const atHigh = price * (1 + step * rise);
    const atLow = price * (1 + step * ((real.low[bar] ?? NaN) / before - 1));
    open[bar] = price * (1 + step * ((real.open[bar] ?? NaN) / before - 1));
    high[bar] = isFlipped ? atLow : atHigh;
    low[bar] = isFlipped ? atHigh : atLow;
    const after = real.close[bar] ?? NaN;
    price *= 1 + step * (after / before - 1);
    close[bar] = price;
    before = after;
  }
  return made;
}
