import type { Market } from "./market.ts";

const DAY_MS = 86_400_000;

/**
 * A market's columns on its grid instead of on each coin's own bars, coin after coin: value `coin * bars + g`. What
 * depends on candles alone, so that every sweep on them shares it. Nobody writes to it.
 */
export type GridColumns = {
  /** Length of the grid. */
  readonly bars: number;
  /**
   * Close of the coin's last bar up to this grid time, less `paid`; NaN before its first bar. A long of one unit that
   * entered when `paid` was `p` at price `P` is worth `value - (P - p)` more than at its entry, its funding included.
   */
  readonly value: Float64Array;
  /** Funding that a long of one unit has paid from the beginning to the close of this grid time; null without any. */
  readonly paid: Float64Array | null;
  /** The part of it that is due at the open, after a gap; null where there is none. */
  readonly paidAtOpen: Float64Array | null;
  /** Open and close time of each grid time's bars, ms UTC. */
  readonly openTime: Float64Array;
  readonly closeTime: Float64Array;
  /** Index of the last grid time of each UTC day that has one, ascending, and the number of that day from the first. */
  readonly dayEnd: Int32Array;
  readonly dayNumber: Int32Array;
  /** Days from the first grid time's to the last's, those without bars among them. */
  readonly days: number;
};

const known = new WeakMap<Market, GridColumns>();

export function gridColumns(market: Market): GridColumns {
  const before = known.get(market);
  if (before !== undefined) return before;
  const columns = makeColumns(market);
  known.set(market, columns);
  return columns;
}

function makeColumns(market: Market): GridColumns {
  const { gridTime, timeframeMs } = market;
  const { paid, paidAtOpen } = paidOnGrid(market);
  return {
    bars: gridTime.length,
    value: valueOnGrid(market, paid),
    paid,
    paidAtOpen,
    openTime: gridTime,
    closeTime: gridTime.map((time) => time + timeframeMs),
    ...dayEnds(gridTime),
  };
}

function valueOnGrid({ coins, barGrid, gridTime }: Market, paid: Float64Array | null): Float64Array {
  const bars = gridTime.length;
  const value = new Float64Array(coins.length * bars).fill(Number.NaN);
  for (const [coin, { candles }] of coins.entries()) {
    const gridOf = barGrid[coin]!;
    for (let bar = 0; bar < candles.length; bar++) {
      const until = bar + 1 < candles.length ? gridOf[bar + 1]! : bars;
      for (let g = gridOf[bar]!; g < until; g++) value[coin * bars + g] = candles.close[bar]!;
    }
  }
  if (paid !== null) for (let i = 0; i < value.length; i++) value[i]! -= paid[i]!;
  return value;
}

function paidOnGrid({ coins, barGrid, barFunding, gridTime }: Market): Pick<GridColumns, "paid" | "paidAtOpen"> {
  const bars = gridTime.length;
  if (barFunding.every((funding) => funding === null)) return { paid: null, paidAtOpen: null };
  const paid = new Float64Array(coins.length * bars);
  const paidAtOpen = new Float64Array(coins.length * bars);
  let hasGap = false;
  for (const [coin, { candles }] of coins.entries()) {
    const funding = barFunding[coin]!;
    if (funding === null) continue;
    let sum = 0;
    for (let bar = 0; bar < candles.length; bar++) {
      const until = bar + 1 < candles.length ? barGrid[coin]![bar + 1]! : bars;
      const g = barGrid[coin]![bar]!;
      const due = candles.open[bar]! * funding.overGap[bar]!;
      if (due !== 0) hasGap = true;
      paidAtOpen[coin * bars + g] = due;
      sum += due + candles.close[bar]! * funding.atClose[bar]!;
      paid.fill(sum, coin * bars + g, coin * bars + until);
    }
  }
  return { paid, paidAtOpen: hasGap ? paidAtOpen : null };
}

function dayEnds(gridTime: Float64Array): Pick<GridColumns, "dayEnd" | "dayNumber" | "days"> {
  const dayEnd: number[] = [];
  const dayNumber: number[] = [];
  const dayOf = (g: number) => Math.floor(gridTime[g]! / DAY_MS);
  const bars = gridTime.length;
  for (let g = 0; g < bars; g++) {
    if (g + 1 < bars && dayOf(g + 1) === dayOf(g)) continue;
    dayEnd.push(g);
    dayNumber.push(dayOf(g) - dayOf(0));
  }
  const days = bars === 0 ? 0 : dayOf(bars - 1) - dayOf(0) + 1;
  return { dayEnd: Int32Array.from(dayEnd), dayNumber: Int32Array.from(dayNumber), days };
}
