import type { Config } from "../../../core/config/schema.ts";
import { saveListing } from "../../../core/db/listings.ts";
import { type TradedSeries, tradedSeries } from "../../../core/db/traded-series.ts";
import { SixbtcError } from "../../../core/errors.ts";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import { fetchMarket, type WantedCandles } from "../../../core/market/fetch-market.ts";
import { FILES_EXCHANGE } from "../../../core/market/import-csv.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE } from "../../../core/market/store-synthetic.ts";
import type { StageContext } from "../../stage.ts";

/** What the store has that no exchange brings up to date. */
const NOT_FETCHED: readonly string[] = [FILES_EXCHANGE, SYNTHETIC_EXCHANGE];
const DAY_MS = 24 * 3_600_000;

/**
 * Brings the candles and funding rates of what the desk trades and of what the config names up to date, from each
 * exchange that answers, and writes down what it trades. `openSource` is another in tests.
 */
export async function refreshCandles(
  { config, db, home }: StageContext,
  signal: AbortSignal,
  openSource: typeof openCcxtSource = openCcxtSource,
) {
  const sinceMs = Date.now() - config.market.historyDays * DAY_MS;
  const exchanges = wantedOf(config.market, await tradedSeries(db));
  const store = openCandleStore(home);
  let added = 0;
  const failed: string[] = [];
  const faults: SixbtcError[] = [];
  for (const [exchange, wanted] of exchanges) {
    try {
      const source = await openSource({ exchange, signal });
      for await (const fetched of fetchMarket({ store, source, wanted, sinceMs, nowMs: Date.now })) {
        if (fetched.kind === "listing") await saveListing(db, exchange, fetched.coins);
        if (fetched.kind === "fetched") added += fetched.added;
        if (fetched.kind === "failed") {
          failed.push(`${exchange} ${fetched.coin} ${fetched.timeframe}: ${fetched.error.message}`);
        }
      }
    } catch (error) {
      // One exchange that cannot be reached, or that ccxt does not know, is no reason to leave out the next.
      if (signal.aborted || !(error instanceof SixbtcError)) throw error;
      faults.push(error);
    }
  }
  if (faults.length === exchanges.size && faults[0] !== undefined) throw faults[0];
  return { added, failed, unreachable: faults.map(({ message }) => message) };
}

/**
 * What to ask each exchange for: what strategies trade on it first, since the desk waits for that, then what the config
 * names. A strategy of which no exchange is known may be traded on any that the config names.
 */
function wantedOf(market: Config["market"], traded: readonly TradedSeries[]): Map<string, WantedCandles[]> {
  const needs = traded.filter(({ coins }) => coins.length > 0);
  const exchanges = new Set([...market.sources, ...needs.flatMap(({ exchange }) => exchange ?? [])]);
  return new Map(
    [...exchanges.difference(new Set(NOT_FETCHED))].map((exchange) => {
      const isConfigured = market.sources.includes(exchange);
      const own = needs.filter((one) => one.exchange === exchange || (one.exchange === null && isConfigured));
      const wanted = own.map(({ coins, timeframe }) => ({ coins, timeframes: [timeframe] }));
      return [exchange, isConfigured ? [...wanted, market] : wanted];
    }),
  );
}
