import { afterAll, afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import { type Fetched, fetchMarket } from "../../../core/market/fetch-market.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";
import { openVenue, type Venue } from "../../venue/venue.ts";

const NOW = Date.UTC(2025, 0, 1, 12, 0, 30);
const DAY = 86_400_000;
const coin = (name: string) => ({ name, maxLeverage: 40, szDecimals: 5, priceUsd: 100, listedMs: NOW - 900 * DAY });

const root = mkdtempSync(join(tmpdir(), "sixbtc-fetch-market-"));
afterAll(() => rmSync(root, { recursive: true }));

let venue: Venue;
let store: CandleStore;
beforeEach(() => {
  venue = openVenue({ coins: ["BTC", "ETH", "SOL"].map(coin), nowMs: NOW });
  store = openCandleStore(mkdtempSync(join(root, "home-")), () => NOW);
});
afterEach(() => venue.close());

async function open(coins: string[]): Promise<AsyncGenerator<Fetched>> {
  const source = await openCcxtSource({
    ...{ exchange: "hyperliquid", signal: new AbortController().signal },
    ...{ baseUrl: venue.url, unpaced: true, timeoutMs: 300, backoffMs: 1 },
  });
  return fetchMarket({ store, source, coins, timeframes: ["1h"], sinceMs: NOW - 2 * DAY, nowMs: () => NOW });
}

test("fetchMarket: whoever finds the candle of an hour finds the rate that was due at its close", async () => {
  for await (const fetched of await open(["BTC"])) {
    if (fetched.kind !== "fetched") continue;
    const candles = store.read("hyperliquid", "BTC", "1h");
    const funding = store.readFunding("hyperliquid", "BTC");
    expect(funding?.time.at(-1)).toBe(Date.UTC(2025, 0, 1, 12));
    if (fetched.timeframe === "1h") expect(candles?.time.at(-1)).toBe(Date.UTC(2025, 0, 1, 11));
  }
});
