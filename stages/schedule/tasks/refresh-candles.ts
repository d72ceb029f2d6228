import { saveListing } from "../../../core/db/listings.ts";
import { SixbtcError } from "../../../core/errors.ts";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import { fetchMarket } from "../../../core/market/fetch-market.ts";
import { FILES_EXCHANGE } from "../../../core/market/import-csv.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE } from "../../../core/market/store-synthetic.ts";
import type { StageContext } from "../../stage.ts";

/** What the store has that no exchange brings up to date. */
const NOT_FETCHED: readonly string[] = [FILES_EXCHANGE, SYNTHETIC_EXCHANGE];
const DAY_MS = 24 * 3_600_000;

/**
 * Brings the candles and funding rates that the config names up to date, from each exchange that answers, and writes
 * down what it trades. `openSource` is another in tests.
 */
export async function refreshCandles(
  { config, db, home }: StageContext,
  signal: AbortSignal,
  openSource: typeof openCcxtSource = openCcxtSource,
) {
  const { coins, timeframes, historyDays } = config.market;
  const sources = config.market.sources.filter((source) => !NOT_FETCHED.includes(source));
  const store = openCandleStore(home);
  let added = 0;
  const failed: string[] = [];
  const faults: SixbtcError[] = [];
  for (const exchange of sources) {
    try {
      const source = await openSource({ exchange, signal });
      const sinceMs = Date.now() - historyDays * DAY_MS;
      for await (const fetched of fetchMarket({ store, source, coins, timeframes, sinceMs, nowMs: Date.now })) {
        if (fetched.kind === "listing") await saveListing(db, exchange, fetched.coins);
        if (fetched.kind === "fetched") added += fetched.added;
        if (fetched.kind === "failed") {
          failed.push(`${exchange} ${fetched.coin} ${fetched.timeframe}: ${fetched.error.message}`);
        }
      }
    } catch (error) {
      // One exchange that cannot be reached is no reason to leave out the next.
      if (signal.aborted || !(error instanceof SixbtcError) || error.exitCode !== 3) throw error;
      faults.push(error);
    }
  }
  if (faults.length === sources.length && faults[0] !== undefined) throw faults[0];
  return { added, failed, unreachable: faults.map(({ message }) => message) };
}
