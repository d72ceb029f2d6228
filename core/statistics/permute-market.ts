import { SixbtcError } from "../errors.ts";
import type { Candles } from "../kernel/candles.ts";
import { gridIndexes, unionGrid } from "../kernel/grid.ts";
import { randomFrom } from "../kernel/random.ts";

/** A coin's bars from `from` on as ratios: they are what is shuffled. Those before it stay as they are. */
type CoinMoves = {
  readonly candles: Candles;
  readonly from: number;
  /** Grid index of each bar. */
  readonly barGrid: Int32Array;
  /** Bar at each grid index, -1 where the coin has none that moves. */
  readonly barAt: Int32Array;
  /** Grid index less bar, where no bar is missing; else null. */
  readonly shift: number | null;
  /** Open over the close before. */
  readonly gap: Float64Array;
  /** Four values a bar, side by side since they travel together: high, low and close over the open; volume. */
  readonly within: Float64Array;
};

/** All that a market's permutations share. Nobody writes to it. */
export type MarketMoves = {
  readonly gridLength: number;
  /** Ascending grid indexes: moves are exchanged among the times from one to before the next. */
  readonly segments: Int32Array;
  readonly coins: readonly CoinMoves[];
};

const WITHIN = 4;

/**
 * The moves of a market's coins, for `permuteMoves`. Bars that open before `firstPermutedMs` stay as they are, and so
 * does the first bar of each coin, which has no close before it.
 *
 * One order of grid times serves all coins, so what moved together still does. A coin that is listed later or taken
 * off earlier than others has no moves to give to the times of its absence: the grid is cut into segments where a coin
 * begins or ends, and times change places within their segment only. (One order over everything would pair half of
 * the bars of a coin that is there half of the time with strangers; a market that moves less together than the real
 * one makes luck look rarer than it is.) The price: at the end of each segment the coins that go on stand where they
 * really stood. That errs on the safe side, and a window in which all coins are there is one segment.
 *
 * Single bars that are missing in between cut nothing: where the order points to a time at which the coin has no bar,
 * it is followed on from there until it has. A coin's own order stays uniform, and as many of its bars as are missing
 * come from another time than those of the others.
 */
export function prepareMoves(candles: readonly Candles[], firstPermutedMs = Number.NEGATIVE_INFINITY): MarketMoves {
  const grid = unionGrid(candles.map(({ time }) => time));
  const coins = candles.map((each) => coinMoves(each, grid, firstPermutedMs));
  const cuts = new Set<number>();
  for (const { from, barGrid } of coins) {
    if (from < barGrid.length) cuts.add(barGrid[from]!).add(barGrid.at(-1)! + 1);
  }
  return { gridLength: grid.length, segments: Int32Array.from(cuts).sort(), coins };
}

function coinMoves(candles: Candles, grid: Float64Array, firstPermutedMs: number): CoinMoves {
  const { time, open, high, low, close, volume, length } = candles;
  const barGrid = gridIndexes(grid, time);
  const barAt = new Int32Array(grid.length).fill(-1);
  const gap = new Float64Array(length);
  const within = new Float64Array(WITHIN * length);
  let from = Math.min(1, length);
  while (from < length && time[from]! < firstPermutedMs) from++;
  for (let bar = Math.max(0, from - 1); bar < length; bar++) {
    const o = open[bar]!;
    const h = high[bar]!;
    const l = low[bar]!;
    const c = close[bar]!;
    if (!(l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c) && h < Number.POSITIVE_INFINITY)) {
      throw new SixbtcError("kernel.precondition", `bar ${bar} at ${time[bar]} is no candle: ${o} ${h} ${l} ${c}`);
    }
    if (bar < from) continue;
    barAt[barGrid[bar]!] = bar;
    gap[bar] = o / close[bar - 1]!;
    within[WITHIN * bar] = h / o;
    within[WITHIN * bar + 1] = l / o;
    within[WITHIN * bar + 2] = c / o;
    within[WITHIN * bar + 3] = volume[bar]!;
  }
  const isWhole = from < length && barGrid[length - 1]! - barGrid[from]! === length - 1 - from;
  return { candles, from, barGrid, barAt, shift: isWhole ? barGrid[from]! - from : null, gap, within };
}

/** Columns for `permuteMoves` to write into, again and again. Times are those of the market, which stay. */
export function candlesForMoves({ coins }: MarketMoves): Candles[] {
  return coins.map(({ candles: { time, length } }) => {
    const column = () => new Float64Array(length);
    return { time, open: column(), high: column(), low: column(), close: column(), volume: column(), length };
  });
}

/**
 * The market with its moves in another order, written into `out` and given back (Masters' market permutation,
 * STATISTICS.md 4). Gaps (open against the close before) and bars (high, low and close against the open, with the
 * volume) are shuffled apart from one another; ratios instead of logarithms, which is the same without their cost.
 * Each coin keeps its first bar, its moves and, to rounding, its last close. The seed alone decides the order.
 *
 * Every candle is possible, to the last bit: rounding never turns an order around, so ratios of a high that is not
 * below the close, times the same open, give a high that is not below the close.
 */
export function permuteMoves(
  moves: MarketMoves,
  seed: string | number,
  out: readonly Candles[] = candlesForMoves(moves),
): readonly Candles[] {
  for (const [i, { candles }] of moves.coins.entries()) checkTarget(candles, out[i]);
  const { next } = randomFrom(seed);
  const gapOrder = drawOrder(moves, next);
  const withinOrder = drawOrder(moves, next);
  for (const [i, coin] of moves.coins.entries()) permuteCoin(coin, gapOrder, withinOrder, out[i]!);
  return out;
}

function checkTarget(candles: Candles, target: Candles | undefined): void {
  if (target?.length === candles.length && target.close.length === target.length && target.close !== candles.close)
    return;
  throw new SixbtcError("kernel.precondition", "a market is permuted into columns of its own length, not into itself");
}

/** For each grid index the one that its moves come from: any order within a segment as likely as any other. */
function drawOrder({ gridLength, segments }: MarketMoves, next: () => number): Int32Array {
  const order = new Int32Array(gridLength);
  for (let g = 0; g < gridLength; g++) order[g] = g;
  for (let s = 1; s < segments.length; s++) {
    const start = segments[s - 1]!;
    for (let g = segments[s]! - 1; g > start; g--) {
      const other = start + Math.floor(next() * (g - start + 1));
      const moved = order[g]!;
      order[g] = order[other]!;
      order[other] = moved;
    }
  }
  return order;
}

function permuteCoin(coin: CoinMoves, gapOrder: Int32Array, withinOrder: Int32Array, out: Candles): void {
  const { candles, from, gap, within } = coin;
  for (const name of ["open", "high", "low", "close", "volume"] as const) {
    out[name].set(candles[name].subarray(0, from));
  }
  if (out.time !== candles.time) out.time.set(candles.time);
  // Where no bar is missing, grid indexes and bars differ by a constant, and the orders are read as they are.
  const isWhole = coin.shift !== null;
  const shift = coin.shift ?? 0;
  const gapFrom = isWhole ? gapOrder : barOrder(coin, gapOrder);
  const withinFrom = isWhole ? withinOrder : barOrder(coin, withinOrder);
  const { open, high, low, close, volume, length } = out;
  let price = from > 0 ? close[from - 1]! : 0;
  for (let bar = from; bar < length; bar++) {
    const first = price * gap[gapFrom[bar + shift]! - shift]!;
    const at = WITHIN * (withinFrom[bar + shift]! - shift);
    price = first * within[at + 2]!;
    open[bar] = first;
    high[bar] = first * within[at]!;
    low[bar] = first * within[at + 1]!;
    close[bar] = price;
    volume[bar] = within[at + 3]!;
  }
}

/** For each bar that moves the one that the order comes to first, at the latest itself, where the order ends. */
function barOrder({ from, barGrid, barAt }: CoinMoves, order: Int32Array): Int32Array {
  const bars = new Int32Array(barGrid.length);
  for (let bar = from; bar < bars.length; bar++) {
    let at = order[barGrid[bar]!]!;
    while (barAt[at]! < 0) at = order[at]!;
    bars[bar] = barAt[at]!;
  }
  return bars;
}
