import type { Market } from "../../../core/kernel/market.ts";

const DAY_MS = 86_400_000;

/** A market's bars with the coins one behind the other, so that one index names both coin and bar. */
export type FlatMarket = {
  /** Flat index of each coin's first bar, and behind the last coin the number of all bars. */
  readonly firstBar: Int32Array;
  /** Open, high, low and close of each bar side by side. */
  readonly ohlc: Float64Array;
  readonly barGrid: Int32Array;
  /** Funding due at the close of a bar and over the gap before it; 0 where none is. */
  readonly rateAtClose: Float64Array;
  readonly rateOverGap: Float64Array;
  readonly maxLeverage: Float64Array;
  readonly gridTime: Float64Array;
  readonly timeframeMs: number;
  /** For each UTC day from the first grid time's to the last's: the grid index behind its last bar. */
  readonly dayEnd: Int32Array;
};

function dayEnds(gridTime: Float64Array): Int32Array {
  if (gridTime.length === 0) return new Int32Array(0);
  const dayOf = (g: number) => Math.floor(gridTime[g]! / DAY_MS);
  const first = dayOf(0);
  const out = new Int32Array(dayOf(gridTime.length - 1) - first + 1);
  for (let g = 0; g < gridTime.length; g++) out[dayOf(g) - first] = g + 1;
  for (let day = 1; day < out.length; day++) if (out[day] === 0) out[day] = out[day - 1]!;
  return out;
}

/** Done once for a market, as is all that the sweep reads of it. */
export function flattenMarket(market: Market): FlatMarket {
  const { coins, gridTime, timeframeMs } = market;
  const firstBar = new Int32Array(coins.length + 1);
  for (const [coin, { candles }] of coins.entries()) firstBar[coin + 1] = firstBar[coin]! + candles.length;
  const bars = firstBar[coins.length]!;
  const column = () => new Float64Array(bars);
  const flat: FlatMarket = {
    firstBar,
    ohlc: new Float64Array(4 * bars),
    barGrid: new Int32Array(bars),
    rateAtClose: column(),
    rateOverGap: column(),
    maxLeverage: Float64Array.from(coins, ({ maxLeverage }) => maxLeverage),
    gridTime,
    timeframeMs,
    dayEnd: dayEnds(gridTime),
  };
  for (const [coin, { candles }] of coins.entries()) {
    const at = firstBar[coin]!;
    const { open, high, low, close, length } = candles;
    for (let bar = 0; bar < length; bar++) {
      flat.ohlc.set([open[bar]!, high[bar]!, low[bar]!, close[bar]!], 4 * (at + bar));
    }
    flat.barGrid.set(market.barGrid[coin]!, at);
    const funding = market.barFunding[coin];
    if (!funding) continue;
    flat.rateAtClose.set(funding.atClose, at);
    flat.rateOverGap.set(funding.overGap, at);
  }
  return flat;
}
