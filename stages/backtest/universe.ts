import type { Candles } from "../../core/kernel/candles.ts";
import type { Period } from "../../core/kernel/window.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { openStoredCoins, type StoredCoin } from "../../core/market/stored-coins.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

type Wanted = { sources: readonly string[]; coins: readonly string[] };

/** The coins that are wanted, or, where the chosen exchange has none of these, all that it has. */
export async function readStoredCoins(store: CandleStore, timeframe: Timeframe, wanted: Wanted): Promise<StoredCoin[]> {
  const stored = await openStoredCoins(store, wanted);
  const there = stored.chosen(timeframe)?.coins ?? new Set<string>();
  const asked = wanted.coins.map(coinKey).filter((coin) => there.has(coin));
  const found: StoredCoin[] = [];
  for (const coin of new Set(asked.length > 0 ? asked : there)) {
    const one = await stored.find(coin, timeframe);
    if (one !== null) found.push(one);
  }
  return found;
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
