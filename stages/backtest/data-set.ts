import { DEFAULT_MAX_LEVERAGE } from "../../core/kernel/rules.ts";
import type { CandleStore } from "../../core/market/store.ts";
import type { StoredCoin } from "../../core/market/stored-coins.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import { daysOfBars, readStoredCoins, volumeIn } from "./universe.ts";
import { planWindows, type WindowSettings, type Windows } from "./windows.ts";

/** The data of a backtest: which files, in universe order, and which parts of them. Enough for a child to map them. */
export type DataSet = {
  /** Equal for equal files and windows. */
  id: string;
  timeframe: Timeframe;
  coins: DataCoin[];
  windows: Windows;
  synthetic: boolean;
  /** What a person should know of it, a sentence each. */
  warnings: string[];
};

export type DataCoin = {
  exchange: string;
  coin: string;
  path: string;
  fundingPath: string | null;
  maxLeverage: number;
};

export type ReadDataSet = { kind: "ready"; data: DataSet } | { kind: "not-ready"; reason: string };

type Wanted = {
  sources: readonly string[];
  coins: readonly string[];
  windows: WindowSettings;
  /** Of the coins that are known; the others have the limit of one that is not. */
  maxLeverages: ReadonlyMap<string, number>;
};

/** What the store has for backtests on a timeframe. The windows move once a day, and with them every result. */
export async function readDataSet(store: CandleStore, timeframe: Timeframe, wanted: Wanted): Promise<ReadDataSet> {
  const stored = await readStoredCoins(store, timeframe, wanted);
  if (stored.length === 0) return { kind: "not-ready", reason: `there are no ${timeframe} candles` };
  const { minDays } = wanted.windows;
  const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  const old = stored.filter(({ candles }) => daysOfBars(candles, always, timeframe) >= minDays);
  const firstMs = Math.min(...old.map(({ info }) => info.firstMs));
  const endMs = Math.max(...old.map(({ info }) => info.lastMs + timeframeMs(timeframe)));
  const plan = planWindows(firstMs, endMs, wanted.windows);
  if (old.length === 0 || plan.kind === "too-short") {
    const longest = Math.max(...stored.map(({ candles }) => daysOfBars(candles, always, timeframe)));
    const reason = `no coin has ${minDays} days of ${timeframe} candles (the longest: ${longest.toFixed(0)})`;
    return { kind: "not-ready", reason };
  }
  const { windows } = plan;
  const both = { fromMs: windows.inSample.fromMs, toMs: windows.outOfSample.toMs };
  const volume = new Map(old.map((coin) => [coin, volumeIn(coin.candles, windows.inSample)]));
  const universe = old
    .filter(({ candles }) => daysOfBars(candles, both, timeframe) >= minDays)
    .sort((a, b) => (volume.get(b) ?? 0) - (volume.get(a) ?? 0) || (a.info.coin < b.info.coin ? -1 : 1));
  const coins = universe.map(({ info: { exchange, coin, path } }): DataCoin => {
    const funding = store.info({ exchange, coin, timeframe: "funding" });
    const maxLeverage = wanted.maxLeverages.get(coin) ?? DEFAULT_MAX_LEVERAGE;
    return { exchange, coin, path, fundingPath: funding?.path ?? null, maxLeverage };
  });
  const hashes = universe.map(({ info }) => [
    info.contentHash,
    store.info({ ...info, timeframe: "funding" })?.contentHash ?? "",
  ]);
  const id = Bun.hash(JSON.stringify([coins, windows, hashes])).toString(36);
  const synthetic = universe.some(({ info }) => info.synthetic);
  const warnings = warningsOf({ stored, universe, coins, timeframe, windows, plan, minDays });
  return { kind: "ready", data: { id, timeframe, coins, windows, synthetic, warnings } };
}

type Found = {
  stored: StoredCoin[];
  universe: StoredCoin[];
  coins: DataCoin[];
  timeframe: Timeframe;
  windows: Windows;
  plan: { isShortened: boolean; days: number };
  minDays: number;
};

function warningsOf({ stored, universe, coins, timeframe, windows, plan, minDays }: Found): string[] {
  const both = { fromMs: windows.inSample.fromMs, toMs: windows.outOfSample.toMs };
  const left = stored.filter((coin) => !universe.includes(coin)).map(({ info }) => info.coin);
  const young = universe.filter(({ candles }) => daysOfBars(candles, both, timeframe) < 0.95 * plan.days);
  const noFunding = coins.filter(({ fundingPath }) => fundingPath === null).map(({ coin }) => coin);
  const warnings: string[] = [];
  if (universe.some(({ info }) => info.synthetic)) {
    warnings.push(`${timeframe}: SYNTHETIC CANDLES: what they show says nothing about a real market.`);
  }
  if (plan.isShortened) warnings.push(`${timeframe}: there are ${plan.days} days, fewer than both windows ask for.`);
  if (left.length > 0) warnings.push(`${timeframe}: fewer than ${minDays} days of ${left.join(", ")}: left out.`);
  if (young.length > 0) {
    const names = young.map(({ info }) => info.coin).join(", ");
    warnings.push(`${timeframe}: ${names} cover a part of the ${plan.days} days.`);
  }
  if (noFunding.length > 0) warnings.push(`${timeframe}: no funding rates for ${noFunding.join(", ")}: none is paid.`);
  return warnings;
}
