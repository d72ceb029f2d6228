import type { Candles } from "../../core/kernel/candles.ts";
import type { Period } from "../../core/kernel/window.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";
import { readOrResample } from "../../core/market/read-or-resample.ts";
import type { SeriesInfo } from "../../core/market/series.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

/** Candles of one coin as the store has them, of the exchange that comes first for it. */
export type StoredCoin = { info: SeriesInfo; candles: Candles };

type Wanted = { sources: readonly string[]; coins: readonly string[] };

/**
 * For each coin the candles of the first exchange that has them: `sources` in their order, then others by name. Of the
 * coins that are wanted, or, where the store has none of these, of all. Synthetic candles never stand beside real ones.
 */
export async function readStoredCoins(store: CandleStore, timeframe: Timeframe, wanted: Wanted): Promise<StoredCoin[]> {
  const names = (await store.names()).filter((name) => name.timeframe !== "funding");
  const exchanges = [...new Set([...wanted.sources, ...names.map(({ exchange }) => exchange)])];
  const there = new Set(names.map(({ coin }) => coin));
  const asked = wanted.coins.map(coinKey).filter((coin) => there.has(coin));
  const found: StoredCoin[] = [];
  for (const coin of new Set(asked.length > 0 ? asked : there)) {
    for (const exchange of exchanges) {
      if (!names.some((name) => name.coin === coin && name.exchange === exchange)) continue;
      const candles = await readOrResample(store, exchange, coin, timeframe);
      const info = store.info({ exchange, coin, timeframe });
      if (candles === null || info === null) continue;
      found.push({ info, candles });
      if (!info.synthetic) break;
    }
  }
  return withoutMixing(found);
}

function withoutMixing(found: readonly StoredCoin[]): StoredCoin[] {
  const real = found.filter(({ info }) => !info.synthetic);
  const chosen = real.length > 0 ? real : found;
  return chosen.filter(({ info }, i) => chosen.findIndex((other) => other.info.coin === info.coin) === i);
}

/** Days' worth of bars in a period: a gap of a day is a day less. */
export function daysOfBars({ time }: Candles, { fromMs, toMs }: Period, timeframe: Timeframe): number {
  const bars = indexAtOrAfter(time, toMs) - indexAtOrAfter(time, fromMs);
  return (bars * timeframeMs(timeframe)) / 86_400_000;
}

/** Value traded in a period, in quote currency. */
export function volumeIn({ time, close, volume }: Candles, { fromMs, toMs }: Period): number {
  let sum = 0;
  const to = indexAtOrAfter(time, toMs);
  for (let i = indexAtOrAfter(time, fromMs); i < to; i++) sum += (close[i] ?? NaN) * (volume[i] ?? NaN);
  return sum;
}
