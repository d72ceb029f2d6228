import { afterAll, afterEach, beforeEach, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import { type Fetched, fetchMarket, type WantedCandles } from "../../../core/market/fetch-market.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";
import { openVenue, type Venue, type VenueRequest } from "../../venue/venue.ts";

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

async function open(coins: string[], more: WantedCandles[] = [], nowMs = () => NOW): Promise<AsyncGenerator<Fetched>> {
  const source = await openCcxtSource({
    ...{ exchange: "hyperliquid", signal: new AbortController().signal },
    ...{ baseUrl: venue.url, unpaced: true, backoffMs: 1 },
  });
  const wanted = [{ coins, timeframes: ["1h" as const] }, ...more];
  return fetchMarket({ store, source, wanted, sinceMs: NOW - 2 * DAY, nowMs });
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

test("fetchMarket: no candle comes whose hour struck after its coin's rates were asked for", async () => {
  let nowMs = Date.UTC(2025, 0, 1, 11, 59, 50);
  const clock = () => {
    nowMs += 15_000;
    return nowMs;
  };
  await Array.fromAsync(await open(["BTC", "ETH"], [], clock));
  for (const [name, hour] of [
    ["BTC", 11],
    ["ETH", 12],
  ] as const) {
    expect(store.readFunding("hyperliquid", name)?.time.at(-1)).toBe(Date.UTC(2025, 0, 1, hour));
    expect(store.read("hyperliquid", name, "1h")?.time.at(-1)).toBe(Date.UTC(2025, 0, 1, hour - 1));
  }
});

const asksFor = (coin: string, type: string) => (request: VenueRequest) =>
  request.body["type"] === type && JSON.stringify(request.body).includes(`"${coin}"`);

test("fetchMarket: a series that is refused is told with its error, and the others are fetched", async () => {
  venue.strike({ kind: "status", status: 422, times: Infinity, matches: asksFor("ETH", "candleSnapshot") });
  const fetched = await Array.fromAsync(await open(["BTC", "ETH", "NONE", "SOL"]));
  expect(fetched.map((one) => [one.kind, ...("timeframe" in one ? [one.coin, one.timeframe] : [])].join(" "))).toEqual([
    ...["listing", "fetched BTC funding", "fetched BTC 1h", "fetched ETH funding", "failed ETH 1h", "unlisted"],
    ...["fetched SOL funding", "fetched SOL 1h"],
  ]);
  expect(fetched[4]).toMatchObject({ error: { code: "exchange.refused" } });
});

test("fetchMarket: a damaged file holds up its own series alone", async () => {
  const series = { exchange: "hyperliquid", coin: "BTC", timeframe: "1h" } as const;
  mkdirSync(dirname(store.pathOf(series)), { recursive: true });
  writeFileSync(store.pathOf(series), "rubbish");
  const fetched = await Array.fromAsync(await open(["BTC", "ETH"]));
  expect(fetched.map(({ kind }) => kind)).toEqual(["listing", "fetched", "failed", "fetched", "fetched"]);
  expect(fetched[2]).toMatchObject({ ...series, error: { code: "data.damaged" } });
});

test("fetchMarket: an exchange that answers no more ends it at once", async () => {
  venue.strike({ kind: "status", status: 503, times: Infinity, matches: asksFor("BTC", "candleSnapshot") });
  const seen: string[] = [];
  const all = async () => {
    for await (const { kind } of await open(["BTC", "ETH"])) seen.push(kind);
  };
  await expect(all()).rejects.toMatchObject({ code: "exchange.unreachable" });
  expect(seen).toEqual(["listing", "fetched"]);
});

test("fetchMarket: what is wanted twice is fetched once, each coin in its own timeframes", async () => {
  const more: WantedCandles[] = [
    { coins: ["SOL"], timeframes: ["4h"] },
    { coins: ["BTCUSDT"], timeframes: ["4h", "1h"] },
  ];
  const fetched = await Array.fromAsync(await open(["BTC"], more));
  expect(fetched.flatMap((one) => (one.kind === "fetched" ? [`${one.coin} ${one.timeframe}`] : []))).toEqual([
    ...["BTC funding", "BTC 1h", "BTC 4h", "SOL funding", "SOL 4h"],
  ]);
});
