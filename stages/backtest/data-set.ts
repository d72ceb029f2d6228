import { DEFAULT_MAX_LEVERAGE } from "../../core/kernel/rules.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import type { CandleStore } from "../../core/market/store.ts";
import type { StoredCoin } from "../../core/market/stored-coins.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import { coversWindows, warningsOf } from "./data-warnings.ts";
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
  const fundingOf = new Map(universe.map(({ info }) => [info.coin, store.info({ ...info, timeframe: "funding" })]));
  const coins = universe.map(({ info: { exchange, coin, path, lastMs } }): DataCoin => {
    const maxLeverage = wanted.maxLeverages.get(coin) ?? DEFAULT_MAX_LEVERAGE;
    const isTraded = lastMs + timeframeMs(timeframe) > windows.outOfSample.toMs - ENDED_MS;
    return { exchange, coin, path, fundingPath: fundingOf.get(coin)?.path ?? null, maxLeverage, isTraded };
  });
  const hashes = universe.map(({ info }) => [info.contentHash, fundingOf.get(info.coin)?.contentHash ?? ""]);
  const id = Bun.hash(JSON.stringify([coins, windows, hashes])).toString(36);
  const synthetic = universe.some(({ info }) => info.synthetic);
  const partlyFunded = universe.flatMap(({ info, candles }) => {
    const funding = fundingOf.get(info.coin) ?? null;
    return funding !== null && !coversWindows(funding, candles, windows) ? [info.coin] : [];
  });
  const warnings = warningsOf({ stored, universe, coins, timeframe, windows, plan, minDays, partlyFunded });
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
