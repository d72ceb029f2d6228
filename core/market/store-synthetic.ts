import { usageError } from "../errors.ts";
import { TIMEFRAMES, type Timeframe, timeframeMs } from "../timeframe.ts";
import { coinKey } from "./coin-key.ts";
import { resampleCandles } from "./resample.ts";
import type { CandleStore } from "./store.ts";
import { synthesizeMarket } from "./synthetic.ts";

const DAY_MS = 24 * 3_600_000;

/** What the store calls the exchange of synthetic candles. */
export const SYNTHETIC_EXCHANGE = "synthetic";

type SyntheticStoreRequest = {
  seed: number | string;
  coins: readonly string[];
  timeframes: readonly Timeframe[];
  /** Whole days, of which the last is the one before `nowMs`. */
  days: number;
  nowMs: number;
  signal?: AbortSignal;
};

/** Fills the store with a synthetic market, marked as such; each series takes the place of one of its name. Aborting ends it between coins. */
export async function storeSynthetic(store: CandleStore, request: SyntheticStoreRequest): Promise<void> {
  const { seed, days, nowMs, signal } = request;
  const [shortest, ...longer] = TIMEFRAMES.filter((timeframe) => request.timeframes.includes(timeframe));
  if (shortest === undefined) throw usageError("a synthetic market needs a timeframe", "Name one with --timeframes.");
  const coins = [...new Set(request.coins.map(coinKey))];
  const endMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const bars = (days * DAY_MS) / timeframeMs(shortest);
  const origin = { source: `synthetic seed ${seed}`, synthetic: true };
  const span = { timeframe: shortest, startMs: endMs - days * DAY_MS, bars };
  for (const each of coins) {
    signal?.throwIfAborted();
    // One at a time, since a signal is heard between them only. A coin is the same whatever others are made with it.
    for (const { coin, candles, funding } of synthesizeMarket({ seed, coins: [each], ...span })) {
      const series = { exchange: SYNTHETIC_EXCHANGE, coin };
      await store.write({ ...series, timeframe: shortest }, origin, { candles });
      for (const timeframe of longer) {
        await store.write({ ...series, timeframe }, origin, { candles: resampleCandles(candles, shortest, timeframe) });
      }
      await store.write({ ...series, timeframe: "funding" }, origin, { funding });
    }
  }
}
