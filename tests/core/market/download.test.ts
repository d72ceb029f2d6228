import { afterAll, afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCcxtSource } from "../../../core/market/ccxt-source.ts";
import { type DownloadResult, download } from "../../../core/market/download.ts";
import { readOrResample } from "../../../core/market/read-or-resample.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import { openVenue, type Venue } from "../../venue/venue.ts";

const NOW = Date.UTC(2025, 0, 1, 12, 7, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BAR = 900_000;
const LAST = Math.floor(NOW / BAR) * BAR - BAR;
const LISTED = LAST - 60 * DAY;
/** So that `days` days of bars lie between it and the unfinished bar of `nowMs`. */
const daysBefore = (nowMs: number, days: number) => Math.floor(nowMs / BAR) * BAR - days * DAY;
const COINS = [
  { name: "BTC", maxLeverage: 40, szDecimals: 5, priceUsd: 95_000, listedMs: NOW - 900 * DAY },
  { name: "HYPE", maxLeverage: 10, szDecimals: 2, priceUsd: 25, listedMs: LISTED },
];

const root = mkdtempSync(join(tmpdir(), "sixbtc-download-"));
afterAll(() => rmSync(root, { recursive: true }));

let venue: Venue;
let store: CandleStore;
beforeEach(() => {
  venue = openVenue({ coins: COINS, nowMs: NOW });
  store = openCandleStore(mkdtempSync(join(root, "home-")), () => venue.clock.nowMs);
});
afterEach(() => venue.close());

type Options = { coin?: string; exchange?: string; timeframe?: Timeframe | "funding"; days?: number };

async function fetchSeries(
  { coin = "BTC", exchange = "binanceusdm", timeframe = "15m", days = 20 }: Options = {},
  onPage?: (frac: number, rows: number) => void,
  signal = new AbortController().signal,
): Promise<DownloadResult> {
  const source = await openCcxtSource({
    ...{ exchange, signal, baseUrl: venue.url, unpaced: true, backoffMs: 1 },
  });
  const listed = (await source.coins()).find((one) => one.coin === coin)!;
  const nowMs = venue.clock.nowMs;
  return download({
    ...{ store, source, coin: listed, timeframe, sinceMs: daysBefore(nowMs, days), nowMs },
    ...(onPage ? { onPage } : {}),
  });
}

const pagesAsked = () => venue.requests.filter(({ path }) => path.endsWith("/klines")).length;

test("download: the whole time comes, but for the unfinished candle", async () => {
  const result = await fetchSeries();
  const { time } = store.read("binanceusdm", "BTC", "15m")!;
  expect(result).toEqual({ added: time.length, conflicts: 0, rejected: [], missing: [] });
  expect([...time]).toEqual(Array.from({ length: 20 * 96 }, (_, i) => LAST - (20 * 96 - 1 - i) * BAR));
  expect(store.info({ exchange: "binanceusdm", coin: "BTC", timeframe: "15m" })).toMatchObject({ synthetic: false });
});

test("download: again adds what is new, asking for that alone", async () => {
  await fetchSeries();
  venue.clock.nowMs += 10 * BAR;
  const before = pagesAsked();
  expect(await fetchSeries()).toMatchObject({ added: 10, missing: [], conflicts: 0 });
  expect(pagesAsked() - before).toBe(1);
  const last = venue.requests.findLast(({ path }) => path.endsWith("/klines"))!;
  expect(Number(last.query.get("startTime"))).toBe(LAST + BAR);
  expect(await fetchSeries()).toMatchObject({ added: 0 });
});

test("download: further back asks for the older part alone", async () => {
  await fetchSeries({ days: 5 });
  const before = venue.requests.length;
  expect(await fetchSeries({ days: 12 })).toMatchObject({ added: 7 * 96, missing: [] });
  const asked = venue.requests.slice(before).filter(({ path }) => path.endsWith("/klines"));
  expect(asked.map(({ query }) => Number(query.get("limit")))).toEqual([7 * 96]);
});

test("download: what an interruption leaves is kept, and the next run goes on from there", async () => {
  const controller = new AbortController();
  const stop = (_: number, rows: number) => rows >= 2000 && controller.abort(new DOMException("stop", "AbortError"));
  await expect(fetchSeries({ days: 100 }, stop, controller.signal)).rejects.toMatchObject({ name: "AbortError" });
  expect(store.read("binanceusdm", "BTC", "15m")!.length).toBe(2000);
  const before = pagesAsked();
  expect(await fetchSeries({ days: 100 })).toMatchObject({ added: 100 * 96 - 2000, missing: [] });
  expect(pagesAsked() - before).toBe(8);
});

test("download: progress rises to the end", async () => {
  const fracs: number[] = [];
  await fetchSeries({ days: 30 }, (frac) => fracs.push(frac));
  expect(fracs.length).toBe(3);
  expect(fracs.every((frac, i) => frac > (fracs[i - 1] ?? 0) && frac <= 1)).toBe(true);
  expect(fracs.at(-1)).toBeGreaterThan(0.99);
});

test("download: Hyperliquid's 5,000 candles come from where they begin, and fetching again keeps adding", async () => {
  const first = await fetchSeries({ exchange: "hyperliquid", days: 90 });
  expect(first.added).toBe(4999);
  const oldest = LAST - 4998 * BAR;
  expect(first.missing).toEqual([{ fromMs: daysBefore(NOW, 90), toMs: oldest }]);
  venue.clock.nowMs += 3 * DAY;
  expect(await fetchSeries({ exchange: "hyperliquid", days: 93 })).toMatchObject({ added: 3 * 96 });
  expect(store.read("hyperliquid", "BTC", "15m")!.time[0]).toBe(oldest);
});

test("download: time before a coin was listed is asked for once and then known to be empty", async () => {
  const result = await fetchSeries({ coin: "HYPE", days: 90 });
  expect(result.missing).toEqual([{ fromMs: daysBefore(NOW, 90), toMs: LISTED }]);
  const before = pagesAsked();
  await fetchSeries({ coin: "HYPE", days: 90 });
  expect(pagesAsked() - before).toBe(0);
});

test("download: a hole in one answer is filled by asking again", async () => {
  const hole = { fromMs: LAST - 500 * BAR, toMs: LAST - 490 * BAR };
  venue.strikeData({ coin: "BTC", ...hole, kind: "missing", times: 1 });
  expect(await fetchSeries()).toMatchObject({ added: 20 * 96, missing: [] });
});

test("download: a hole that stays is remembered, and not asked for again", async () => {
  const hole = { fromMs: LAST - 500 * BAR, toMs: LAST - 490 * BAR };
  venue.strikeData({ coin: "BTC", ...hole, kind: "missing", times: Infinity });
  expect(await fetchSeries()).toMatchObject({ added: 20 * 96 - 10, missing: [hole] });
  expect(store.info({ exchange: "binanceusdm", coin: "BTC", timeframe: "15m" })?.absent).toEqual([hole]);
  const before = pagesAsked();
  expect((await fetchSeries()).missing).toEqual([hole]);
  expect(pagesAsked() - before).toBe(0);
});

test("download: a hole of today is asked for again next time, since it may still be filled", async () => {
  const hole = { fromMs: LAST - 8 * BAR, toMs: LAST - 4 * BAR };
  venue.strikeData({ coin: "BTC", ...hole, kind: "missing", times: 1 });
  expect((await fetchSeries()).missing).toEqual([hole]);
  expect(store.info({ exchange: "binanceusdm", coin: "BTC", timeframe: "15m" })?.absent).toEqual([]);
  expect(await fetchSeries()).toMatchObject({ added: 4, missing: [] });
});

test("download: an impossible candle is left out and told, and a right one later taken", async () => {
  const bad = LAST - 500 * BAR;
  venue.strikeData({ coin: "BTC", fromMs: bad, toMs: bad + BAR, kind: "impossible", times: 1 });
  const result = await fetchSeries();
  expect(result).toMatchObject({ added: 20 * 96, missing: [] });
  expect(result.rejected).toEqual([{ timeMs: bad, problem: "high 0 is not a price" }]);
});

test("download: an exchange that slows us down and falls over is waited for", async () => {
  venue.strike({ kind: "status", status: 429, times: 3 });
  const isPage = ({ path, query }: { path: string; query: URLSearchParams }) =>
    path.endsWith("/klines") && Number(query.get("startTime")) > NOW - 10 * DAY;
  venue.strike({ kind: "status", status: 429, times: 2, matches: isPage });
  venue.strike({ kind: "hang", times: 1, matches: isPage });
  expect(await fetchSeries()).toMatchObject({ added: 20 * 96, missing: [] });
});

test("download: funding rates come by the full hour and resume like candles", async () => {
  for (const [exchange, hours, rows] of [
    // From twelve to twelve, both included; every eight hours none is due at twelve.
    ["hyperliquid", 1, 40 * 24 + 1],
    ["binanceusdm", 8, 40 * 3],
  ] as const) {
    expect((await fetchSeries({ exchange, timeframe: "funding", days: 40 })).added).toBe(rows);
    const { time } = store.readFunding(exchange, "BTC")!;
    expect(time.every((at) => at % (hours * HOUR) === 0)).toBe(true);
    venue.clock.nowMs += DAY;
    expect((await fetchSeries({ exchange, timeframe: "funding", days: 41 })).added).toBe(24 / hours);
    venue.clock.nowMs -= DAY;
  }
});

test("download: the rate of an hour comes when the hour does, and one that is not there yet is no loss", async () => {
  venue.clock.nowMs = Date.UTC(2025, 0, 1, 15, 0, 20);
  const hour = Date.UTC(2025, 0, 1, 15);
  for (const [exchange, last] of [
    ["hyperliquid", hour],
    ["binanceusdm", hour - 7 * HOUR],
  ] as const) {
    expect(await fetchSeries({ exchange, timeframe: "funding", days: 2 })).toMatchObject({ missing: [] });
    expect(store.readFunding(exchange, "BTC")!.time.at(-1)).toBe(last);
  }
  const isFunding = ({ body }: { body: Record<string, unknown> }) => body["type"] === "fundingHistory";
  const before = venue.requests.filter(isFunding).length;
  expect(await fetchSeries({ exchange: "hyperliquid", timeframe: "funding", days: 2 })).toMatchObject({ added: 0 });
  expect(venue.requests.filter(isFunding).length).toBe(before);
});

test("download: a rate that is published late is asked for until it is there", async () => {
  venue.clock.nowMs = Date.UTC(2025, 0, 1, 14, 59, 59);
  const late = venue.clock.nowMs;
  await fetchSeries({ exchange: "hyperliquid", timeframe: "funding", days: 2 });
  const source = await openCcxtSource({
    ...{ exchange: "hyperliquid", signal: new AbortController().signal, baseUrl: venue.url, unpaced: true },
  });
  const coin = (await source.coins()).find((one) => one.coin === "BTC")!;
  const ask = (nowMs: number) => download({ store, source, coin, timeframe: "funding", sinceMs: late - DAY, nowMs });
  // Our clock is past the hour, the exchange has nothing of it yet.
  expect(await ask(late + 20_000)).toMatchObject({ added: 0, missing: [] });
  venue.clock.nowMs += 30_000;
  expect(await ask(late + 30_000)).toMatchObject({ added: 1, missing: [] });
  expect(store.info({ exchange: "hyperliquid", coin: "BTC", timeframe: "funding" })?.absent).toEqual([]);
});

test("download: an impossible rate is left out and told, the others are taken, and a right one later", async () => {
  const hour = Date.UTC(2025, 0, 1, 8);
  for (const exchange of ["hyperliquid", "binanceusdm"]) {
    const first = hour - 2 * DAY;
    for (const [i, rate] of [NaN, null, 17].entries()) {
      const fromMs = first + i * 8 * HOUR;
      venue.strikeData({ coin: "BTC", fromMs, toMs: fromMs + HOUR, kind: "rate", rate, times: 1 });
    }
    const result = await fetchSeries({ exchange, timeframe: "funding", days: 5 });
    expect(result.rejected).toEqual([
      { timeMs: first + 31, problem: "rate NaN is not a number" },
      { timeMs: first + 8 * HOUR + 31, problem: "rate NaN is not a number" },
      { timeMs: first + 16 * HOUR + 31, problem: "rate 17 would take 1700 % in an hour" },
    ]);
    expect(await fetchSeries({ exchange, timeframe: "funding", days: 5 })).toMatchObject({ rejected: [], missing: [] });
    expect(store.readFunding(exchange, "BTC")!.rate.every((rate) => Math.abs(rate) < 1e-4)).toBe(true);
  }
});

test("download: what stood in as resampled is downloaded whole, and replaced", async () => {
  const series = { exchange: "binanceusdm", coin: "BTC", timeframe: "1h" } as const;
  await fetchSeries({ days: 5 });
  await readOrResample(store, "binanceusdm", "BTC", "1h");
  expect(store.info(series)).toMatchObject({ source: expect.stringContaining("resampled"), rows: 5 * 24 });
  expect(await fetchSeries({ timeframe: "1h", days: 5 })).toMatchObject({ added: 5 * 24, conflicts: 0, missing: [] });
  expect(store.info(series)).toMatchObject({ source: "ccxt", rows: 5 * 24 });
});

test("download: where an exchange gives nothing, resampled rows stay what they are", async () => {
  await fetchSeries({ days: 5 });
  await readOrResample(store, "binanceusdm", "BTC", "4h");
  venue.strikeData({ coin: "BTC", fromMs: 0, toMs: NOW, kind: "missing", times: Infinity });
  expect(await fetchSeries({ timeframe: "4h", days: 5 })).toMatchObject({ added: 0, missing: [expect.anything()] });
  const info = store.info({ exchange: "binanceusdm", coin: "BTC", timeframe: "4h" });
  expect(info).toMatchObject({ source: expect.stringContaining("resampled"), absent: [] });
});
