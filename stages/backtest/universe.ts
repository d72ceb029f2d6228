import type { Candles } from "../../core/kernel/candles.ts";
import type { Period } from "../../core/kernel/window.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";
import type { CandleStore } from "../../core/market/store.ts";
import { openStoredCoins, type StoredCoin } from "../../core/market/stored-coins.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import { planWindows, type WindowPlan, type WindowSettings } from "./windows.ts";

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

export const ALWAYS: Period = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

type PlannedUniverse = Extract<WindowPlan, { kind: "planned" }> & {
  /** The coins with enough candles in the windows, those with most volume in sample first. */
  universe: StoredCoin[];
};

/**
 * The windows, and the coins that have `minDays` of bars in them. A coin that has not is left out, and the windows are
 * planned anew without it: they follow the candles that are looked at, not those of a coin that ended years ago.
 * Null where nothing is left.
 */
export function planUniverse(
  stored: readonly StoredCoin[],
  timeframe: Timeframe,
  settings: WindowSettings,
): PlannedUniverse | null {
  const isEnough = (period: Period) => (coin: StoredCoin) =>
    daysOfBars(coin.candles, period, timeframe) >= settings.minDays;
  for (let coins = stored.filter(isEnough(ALWAYS)); coins.length > 0; ) {
    const firstMs = Math.min(...coins.map(({ info }) => info.firstMs));
    const endMs = Math.max(...coins.map(({ info }) => info.lastMs + timeframeMs(timeframe)));
    const plan = planWindows(firstMs, endMs, settings);
    if (plan.kind === "too-short") return null;
    const { inSample, outOfSample } = plan.windows;
    const universe = coins.filter(isEnough({ fromMs: inSample.fromMs, toMs: outOfSample.toMs }));
    if (universe.length === coins.length) return { ...plan, universe: byVolume(universe, inSample) };
    coins = universe;
  }
  return null;
}

function byVolume(coins: readonly StoredCoin[], period: Period): StoredCoin[] {
  const volume = new Map(coins.map((coin) => [coin, volumeIn(coin.candles, period)]));
  return coins.toSorted((a, b) => (volume.get(b) ?? 0) - (volume.get(a) ?? 0) || (a.info.coin < b.info.coin ? -1 : 1));
}

/** Value traded in a period, in quote currency. */
function volumeIn({ time, close, volume }: Candles, { fromMs, toMs }: Period): number {
  let sum = 0;
  const to = indexAtOrAfter(time, toMs);
  for (let i = indexAtOrAfter(time, fromMs); i < to; i++) sum += (close[i] ?? NaN) * (volume[i] ?? NaN);
  return sum;
}
