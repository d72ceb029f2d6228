import type { Market } from "./market.ts";

const DAY_MS = 86_400_000;

/**
 * A market's columns on its grid instead of on each coin's own bars, coin after coin: value `coin * bars + g`. What
 * depends on candles alone, so that every sweep on them shares it. Nobody writes to it.
 */
export type GridColumns = {
  /** Length of the grid. */
  readonly bars: number;
  /** Close of the coin's last bar up to this grid time; NaN before its first. */
  readonly close: Float64Array;
  /** Price times rate of the funding due at the close of the coin's bar; null where no coin has any. */
  readonly closeFunding: Float64Array | null;
  /** Price times rate of the funding due at its open after a gap; null where there is none. */
  readonly gapFunding: Float64Array | null;
  /** 1 at grid times at which any coin pays funding at its close. */
  readonly isFunded: Uint8Array;
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
  const bars = gridTime.length;
  const rates = fundingOnGrid(market);
  return {
    bars,
    close: closeOnGrid(market),
    ...rates,
    openTime: gridTime,
    closeTime: gridTime.map((time) => time + timeframeMs),
    ...dayEnds(gridTime),
  };
}

function closeOnGrid({ coins, barGrid, gridTime }: Market): Float64Array {
  const bars = gridTime.length;
  const close = new Float64Array(coins.length * bars).fill(Number.NaN);
  for (const [coin, { candles }] of coins.entries()) {
    const gridOf = barGrid[coin]!;
    for (let bar = 0; bar < candles.length; bar++) {
      const until = bar + 1 < candles.length ? gridOf[bar + 1]! : bars;
      for (let g = gridOf[bar]!; g < until; g++) close[coin * bars + g] = candles.close[bar]!;
    }
  }
  return close;
}

function fundingOnGrid({ coins, barGrid, barFunding, gridTime }: Market) {
  const bars = gridTime.length;
  const isFunded = new Uint8Array(bars);
  const hasFunding = barFunding.some((funding) => funding !== null);
  const closeFunding = hasFunding ? new Float64Array(coins.length * bars) : null;
  const gapFunding = hasFunding ? new Float64Array(coins.length * bars) : null;
  let hasGap = false;
  for (const [coin, { candles }] of coins.entries()) {
    const funding = barFunding[coin]!;
    if (funding === null || closeFunding === null || gapFunding === null) continue;
    for (let bar = 0; bar < candles.length; bar++) {
      const g = barGrid[coin]![bar]!;
      if (funding.atClose[bar] !== 0) {
        closeFunding[coin * bars + g] = candles.close[bar]! * funding.atClose[bar]!;
        isFunded[g] = 1;
      }
      if (funding.overGap[bar] !== 0) {
        gapFunding[coin * bars + g] = candles.open[bar]! * funding.overGap[bar]!;
        hasGap = true;
      }
    }
  }
  return { closeFunding, gapFunding: hasGap ? gapFunding : null, isFunded };
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
