import { DEFAULT_MAX_LEVERAGE } from "../../core/kernel/rules.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import type { CandleStore } from "../../core/market/store.ts";
import type { StoredCoin } from "../../core/market/stored-coins.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import { ALWAYS, daysOfBars, planUniverse, readStoredCoins } from "./universe.ts";
import type { WindowSettings, Windows } from "./windows.ts";

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
  /** Whether its candles reach to the end of the windows, so that the desk may trade it. */
  isTraded: boolean;
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
  /** What each exchange trades, where it is known. */
  listings: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * What the store has for backtests on a timeframe. The windows move once a day, and with them every result. A coin
 * whose candles ended inside the windows is among them up to its end, as it was traded then; but not for the desk.
 */
export async function readDataSet(store: CandleStore, timeframe: Timeframe, wanted: Wanted): Promise<ReadDataSet> {
  const stored = await readStoredCoins(store, timeframe, wanted);
  const notReady = (reason: string): ReadDataSet => ({ kind: "not-ready", reason });
  if (stored.length === 0) return notReady(`there are no ${timeframe} candles`);
  // What is judged on half of a download is judged for ever: a text is tried once.
  const coming = missingCoins(stored, wanted);
  if (coming.length > 0) return notReady(`the ${timeframe} candles of ${coming.join(", ")} are not there yet`);
  const { minDays } = wanted.windows;
  const plan = planUniverse(stored, timeframe, wanted.windows);
  if (plan === null) {
    const longest = Math.max(...stored.map(({ candles }) => daysOfBars(candles, ALWAYS, timeframe)));
    return notReady(`no coin has ${minDays} days of ${timeframe} candles (the longest: ${longest.toFixed(0)})`);
  }
  const { windows, universe } = plan;
  const coins = universe.map(({ info: { exchange, coin, path, lastMs } }): DataCoin => {
    const funding = store.info({ exchange, coin, timeframe: "funding" });
    const maxLeverage = wanted.maxLeverages.get(coin) ?? DEFAULT_MAX_LEVERAGE;
    const isTraded = lastMs + timeframeMs(timeframe) > windows.outOfSample.toMs - ENDED_MS;
    return { exchange, coin, path, fundingPath: funding?.path ?? null, maxLeverage, isTraded };
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

/** How long before the end of the windows a coin's candles may end without it being a coin that is traded no more. */
const ENDED_MS = 86_400_000;

/** Coins that are wanted, that their exchange trades, and that the store has nothing of. */
function missingCoins(stored: readonly StoredCoin[], { coins, listings }: Wanted): string[] {
  const listed = listings.get(stored[0]?.info.exchange ?? "");
  const there = new Set(stored.map(({ info }) => info.coin));
  return coins.map(coinKey).filter((coin) => listed?.has(coin) && !there.has(coin));
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
  const ended = coins.filter(({ isTraded }) => !isTraded).map(({ coin }) => coin);
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
  if (ended.length > 0) warnings.push(`${timeframe}: the candles of ${ended.join(", ")} have ended: not for the desk.`);
  if (noFunding.length > 0) warnings.push(`${timeframe}: no funding rates for ${noFunding.join(", ")}: none is paid.`);
  return warnings;
}
