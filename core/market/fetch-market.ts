import { SixbtcError } from "../errors.ts";
import type { Timeframe } from "../timeframe.ts";
import { coinKey } from "./coin-key.ts";
import { type DownloadResult, download } from "./download.ts";
import { UNREACHABLE } from "./retry.ts";
import type { SeriesName } from "./series.ts";
import type { ListedCoin, MarketSource } from "./source.ts";
import type { CandleStore } from "./store.ts";

/** Each coin, named in any way that `coinKey` knows, in each timeframe. */
export type WantedCandles = { coins: readonly string[]; timeframes: readonly Timeframe[] };

type FetchRequest = {
  store: CandleStore;
  source: MarketSource;
  /** Most important first; a series that is wanted twice is fetched once. */
  wanted: readonly WantedCandles[];
  sinceMs: number;
  nowMs: () => number;
  onPage?: (progress: FetchProgress) => void;
};

type FetchProgress = SeriesName & {
  /** Series done before this one, and all of them. */
  done: number;
  total: number;
  /** Of this series. */
  fracDone: number;
  rows: number;
};

export type Fetched =
  /** All that the exchange trades, once and before anything else; the caller may write it down. */
  | { kind: "listing"; exchange: string; coins: readonly ListedCoin[] }
  /** A wanted coin that it does not trade. */
  | { kind: "unlisted"; coin: string }
  /** One series brought up to date. */
  | ({ kind: "fetched" } & SeriesName & DownloadResult)
  /** One that could not be, for a reason of its own; what was downloaded of it is kept. */
  | ({ kind: "failed"; error: SixbtcError } & SeriesName);

/**
 * Brings candles and funding rates of several coins up to date, one series after the other. The rates of a coin come
 * before its candles: a bar that the desk finds in the store must have the rate that was due at its close beside it.
 * A series that fails holds up no other, unless it is because the exchange cannot be reached: then it throws.
 */
export async function* fetchMarket(request: FetchRequest): AsyncGenerator<Fetched> {
  const { store, source, sinceMs, nowMs, onPage } = request;
  const listing = await source.coins();
  yield { kind: "listing", exchange: source.exchange, coins: listing };
  const listed = new Map(listing.map((coin) => [coin.coin, coin]));
  const wanted = timeframesByCoin(request.wanted);
  const total = [...wanted].reduce((sum, [name, timeframes]) => sum + (listed.has(name) ? timeframes.size + 1 : 0), 0);
  let done = 0;
  for (const [name, timeframes] of wanted) {
    const coin = listed.get(name);
    if (!coin) {
      yield { kind: "unlisted", coin: name };
      continue;
    }
    // One time for all of a coin: between two, a candle could end whose rate was not asked for.
    const untilMs = nowMs();
    for (const timeframe of ["funding", ...timeframes] as const) {
      const series = { exchange: source.exchange, coin: name, timeframe };
      try {
        const result = await download({
          ...{ store, source, coin, timeframe, sinceMs, nowMs: untilMs },
          onPage: (fracDone, rows) => onPage?.({ ...series, done, total, fracDone, rows }),
        });
        yield { kind: "fetched", ...series, ...result };
      } catch (error) {
        if (!(error instanceof SixbtcError) || error.code === UNREACHABLE) throw error;
        yield { kind: "failed", ...series, error };
      }
      done += 1;
    }
  }
}

function timeframesByCoin(wanted: readonly WantedCandles[]): Map<string, Set<Timeframe>> {
  const found = new Map<string, Set<Timeframe>>();
  for (const { coins, timeframes } of wanted) {
    for (const coin of coins.map(coinKey)) {
      found.set(coin, new Set([...(found.get(coin) ?? []), ...timeframes]));
    }
  }
  return found;
}
