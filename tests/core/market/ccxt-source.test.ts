import { afterEach, beforeAll, beforeEach, expect, test } from "bun:test";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import type { MarketSource } from "../../../core/market/source.ts";
import { fundingRate } from "../../venue/market.ts";
import { openVenue, type Venue } from "../../venue/venue.ts";

const NOW = Date.UTC(2025, 0, 1, 12, 7, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COINS = [
  { name: "BTC", maxLeverage: 40, szDecimals: 5, priceUsd: 95_000, listedMs: NOW - 900 * DAY },
  { name: "kPEPE", maxLeverage: 10, szDecimals: 0, priceUsd: 0.01, listedMs: NOW - 30 * DAY },
];

let venue: Venue;
beforeEach(() => {
  venue = openVenue({ coins: COINS, nowMs: NOW });
});
afterEach(() => venue.close());
beforeAll(async () => void (await import("ccxt")));

/** The default time-out is long, so that a busy machine is not taken for a silent venue. */
function open(exchange: string, more: { baseUrl?: string; timeoutMs?: number } = {}): Promise<MarketSource> {
  const { signal } = new AbortController();
  return openCcxtSource({ exchange, signal, baseUrl: venue.url, backoffMs: 5, unpaced: true, ...more });
}

async function coinOf(source: MarketSource, coin: string) {
  return (await source.coins()).find((one) => one.coin === coin)!;
}

test("ccxt source: lists Hyperliquid's perpetuals by base asset with their leverage, asking for nothing else", async () => {
  const source = await open("hyperliquid");
  expect(await source.coins()).toEqual([
    { coin: "BTC", symbol: "BTC/USDC:USDC", maxLeverage: 40 },
    { coin: "PEPE", symbol: "KPEPE/USDC:USDC", maxLeverage: 10 },
  ]);
  expect(new Set(venue.requests.map(({ body }) => body["type"]))).toEqual(new Set(["spotMeta", "metaAndAssetCtxs"]));
});

test("ccxt source: lists Binance's perpetuals under the same base assets", async () => {
  const source = await open("binanceusdm");
  expect(await source.coins()).toEqual([
    { coin: "BTC", symbol: "BTC/USDT:USDT", maxLeverage: null },
    { coin: "PEPE", symbol: "1000PEPE/USDT:USDT", maxLeverage: null },
  ]);
});

test("ccxt source: pages through Binance's candles forward, without a hole or a row twice", async () => {
  const source = await open("binanceusdm");
  const span = { fromMs: NOW - 30 * DAY - (NOW % DAY), toMs: NOW - (NOW % DAY) };
  const times: number[] = [];
  const sizes: number[] = [];
  for await (const page of source.candlePages(await coinOf(source, "BTC"), "15m", span)) {
    times.push(...page.time);
    sizes.push(page.length);
  }
  expect(sizes).toEqual([1000, 1000, 880]);
  expect(times).toEqual(Array.from({ length: 30 * 96 }, (_, i) => span.fromMs + i * 900_000));
  expect(venue.requests.filter(({ path }) => path === "/fapi/v1/klines")).toHaveLength(3);
});

test("ccxt source: takes Hyperliquid's newest 5,000 candles of the venue's own name in one request", async () => {
  const source = await open("hyperliquid");
  const span = { fromMs: NOW - 900 * DAY, toMs: NOW - (NOW % 900_000) };
  const pages = await Array.fromAsync(source.candlePages(await coinOf(source, "BTC"), "15m", span));
  expect(pages.map((page) => page.length)).toEqual([4999]);
  expect(pages[0]!.time.at(-1)).toBe(span.toMs - 900_000);
  const asked = venue.requests.filter(({ body }) => body["type"] === "candleSnapshot");
  expect(asked).toHaveLength(1);
  await Array.fromAsync(source.candlePages(await coinOf(source, "PEPE"), "1h", span));
  expect(venue.requests.at(-1)!.body).toMatchObject({ req: { coin: "kPEPE", interval: "1h" } });
});

test("ccxt source: a bar has the venue's values", async () => {
  for (const exchange of ["hyperliquid", "binanceusdm"]) {
    const source = await open(exchange);
    const span = { fromMs: NOW - DAY, toMs: NOW - DAY + HOUR };
    const [page] = await Array.fromAsync(source.candlePages(await coinOf(source, "BTC"), "15m", span));
    const bars = venue.market.bars({ coin: "BTC", interval: "15m", ...span, nowMs: NOW });
    expect(page!.length).toBe(4);
    expect([...page!.close]).toEqual(bars.map((bar) => bar.close));
    expect([...page!.volume]).toEqual(bars.map((bar) => bar.volume));
  }
});

test.each([
  ["hyperliquid", HOUR, 500],
  ["binanceusdm", 8 * HOUR, 500],
])("ccxt source: pages through the funding rates of %s", async (exchange, everyMs, pageRows) => {
  const source = await open(exchange);
  const span = { fromMs: Date.UTC(2023, 0, 1), toMs: Date.UTC(2023, 0, 1) + 1200 * everyMs };
  const pages = await Array.fromAsync(source.fundingPages(await coinOf(source, "BTC"), span));
  expect(pages.map((page) => page.time.length)).toEqual([pageRows, pageRows, 200]);
  const rows = pages.flatMap((page) => [...page.time].map((time, i) => [time, page.rate[i]!] as const));
  expect(rows.map(([time]) => time - 31)).toEqual(Array.from({ length: 1200 }, (_, i) => span.fromMs + i * everyMs));
  for (const [time, rate] of rows) expect(rate).toBeCloseTo(fundingRate(time - 31), 9);
});

test("ccxt source: waits and asks again when the exchange is busy, down or silent", async () => {
  for (const exchange of ["hyperliquid", "binanceusdm"]) {
    const source = await open(exchange, { timeoutMs: 1_000 });
    const coin = await coinOf(source, "BTC");
    const span = { fromMs: NOW - DAY, toMs: NOW - DAY + HOUR };
    venue.strike({ kind: "status", status: 429, times: 3 });
    venue.strike({ kind: "status", status: 502, times: 1 });
    venue.strike({ kind: "hang", times: 1 });
    const before = venue.requests.length;
    const pages = await Array.fromAsync(source.candlePages(coin, "15m", span));
    expect(pages.map((page) => page.length)).toEqual([4]);
    expect(venue.requests.length - before).toBe(6);
  }
});

test("ccxt source: an exchange that stays away is an error with exit code 3 and what to do", async () => {
  venue.strike({ kind: "status", status: 503, times: 1000 });
  const error = await (await open("hyperliquid")).coins().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "exchange.unreachable",
    exitCode: 3,
    hint: expect.stringContaining("data import"),
  });
});

test("ccxt source: what the exchange refuses is not asked again", async () => {
  const source = await open("hyperliquid");
  await source.coins();
  venue.strike({ kind: "status", status: 422, times: 1000 });
  const pages = source.candlePages({ coin: "BTC", symbol: "BTC/USDC:USDC", maxLeverage: 40 }, "15m", {
    ...{ fromMs: NOW - DAY, toMs: NOW },
  });
  const before = venue.requests.length;
  await expect(Array.fromAsync(pages)).rejects.toMatchObject({ code: "exchange.refused", exitCode: 3 });
  expect(venue.requests.length - before).toBe(1);
});

test("ccxt source: stops at once when it is told to, in a request and in a wait", async () => {
  for (const fault of [{ kind: "hang", times: 9 } as const, { kind: "status", status: 429, times: 99 } as const]) {
    const controller = new AbortController();
    const source = await openCcxtSource({
      ...{ exchange: "hyperliquid", signal: controller.signal, baseUrl: venue.url },
      ...{ timeoutMs: 60_000, backoffMs: 60_000 },
    });
    venue.strike(fault);
    const startedAt = performance.now();
    setTimeout(() => controller.abort(new DOMException("stopped", "AbortError")), 30);
    await expect(source.coins()).rejects.toMatchObject({ name: "AbortError" });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
});

test("ccxt source: with an address of its own it reaches no other host, not even by a redirect", async () => {
  let reached = 0;
  const other = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => Response.json([++reached]) });
  const first = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => Response.redirect(`${other.url}info`, 307) });
  const source = await open("hyperliquid", { baseUrl: first.url.origin });
  await expect(source.coins()).rejects.toMatchObject({ exitCode: 3 });
  await Promise.all([first.stop(true), other.stop(true)]);
  expect(reached).toBe(0);
});

test("ccxt source: an exchange that does not exist is a wrong call", async () => {
  await expect(open("nowhere")).rejects.toMatchObject({ exitCode: 2 });
});
