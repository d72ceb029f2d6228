import type { Config } from "../../core/config/schema.ts";
import { coinLimits } from "../../core/db/coin-limits.ts";
import type { Database } from "../../core/db/database.ts";
import { readListings } from "../../core/db/listings.ts";
import { waitingTimeframes } from "../../core/db/waiting-timeframes.ts";
import { SixbtcError } from "../../core/errors.ts";
import type { CandleStore } from "../../core/market/store.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { type DataSet, readDataSet } from "./data-set.ts";

/** How long new candles may stay unseen. */
const REFRESH_MS = 60_000;

type Found = {
  ready: ReadonlyMap<Timeframe, DataSet>;
  /** Why there is none, by timeframe. */
  missing: ReadonlyMap<Timeframe, string>;
};

export type DataSets = {
  /** For the timeframes of the config and of what waits; read anew when it is old, or does not have `timeframes`. */
  find(timeframes?: readonly Timeframe[]): Promise<Found>;
};

export function createDataSets(store: CandleStore, db: Database, config: Config): DataSets {
  let found: Promise<Found> | null = null;
  let readAtMs = 0;

  const read = async (more: readonly Timeframe[]): Promise<Found> => {
    const timeframes = new Set([...config.market.timeframes, ...(await waitingTimeframes(db, "VALIDATED")), ...more]);
    const [maxLeverages, listings] = await Promise.all([coinLimits(db), readListings(db)]);
    const { sources, coins } = config.market;
    const ready = new Map<Timeframe, DataSet>();
    const missing = new Map<Timeframe, string>();
    for (const timeframe of timeframes) {
      const wanted = { sources, coins, windows: config.backtest.windows, maxLeverages, listings };
      const result = await readDataSet(store, timeframe, wanted);
      if (result.kind === "ready") ready.set(timeframe, result.data);
      else missing.set(timeframe, result.reason);
    }
    return { ready, missing };
  };

  return {
    async find(timeframes = []) {
      const known = found && Date.now() - readAtMs < REFRESH_MS ? await found : null;
      if (known && timeframes.every((one) => known.ready.has(one) || known.missing.has(one))) return known;
      readAtMs = Date.now();
      const reading = read(timeframes);
      found = reading;
      // What could not be read is tried again by whoever asks next.
      reading.catch(() => {
        if (found === reading) found = null;
      });
      return reading;
    },
  };
}

export function dataNotReady(reasons: Iterable<string>): SixbtcError {
  return new SixbtcError("data.notReady", `Strategies wait for data: ${[...new Set(reasons)].join("; ")}`, {
    hint: "`sixbtc data fetch` downloads candles, `sixbtc data import DIR` takes over files.",
    exitCode: 3,
  });
}
