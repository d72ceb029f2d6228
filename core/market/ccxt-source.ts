import { setTimeout as delay } from "node:timers/promises";
import type { Exchange, Market, OHLCV } from "ccxt";
import { SixbtcError, usageError } from "../errors.ts";
import type { Candles, Funding } from "../kernel/candles.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { coinKey } from "./coin-key.ts";
import { candlesOfColumns, fundingOfColumns } from "./columns.ts";
import { createRetrying, type Retrying } from "./retry.ts";
import type { ListedCoin, MarketSource } from "./source.ts";
import type { Span } from "./spans.ts";

type SourceOptions = {
  /** Its id in ccxt: hyperliquid, binanceusdm. */
  exchange: string;
  /** Ends every request and wait; what was running rejects with its reason. */
  signal: AbortSignal;
  /** Sends every request there and nowhere else: `http://127.0.0.1:1234`. */
  baseUrl?: string;
  /** Milliseconds after which one request counts as failed. */
  timeoutMs?: number;
  /** No pauses between requests: for a venue of one's own. */
  unpaced?: boolean;
  /** First wait after a failed request; it doubles with each one. */
  backoffMs?: number;
};

/** Bars asked for at a time. Most exchanges give as many, and one that gives fewer is asked more often. */
const PAGE_BARS = 1000;
/** How far to look on after an empty answer: as far as the shyest exchange answers. */
const EMPTY_BARS = 200;
const PAGE_FUNDING = 500;

/** Those of `ids` that no client here can ask. */
export async function unknownExchanges(ids: readonly string[]): Promise<string[]> {
  const { default: ccxt } = await import("ccxt");
  return ids.filter((id) => !ccxt.exchanges.includes(id));
}

/** Public candles and funding rates of an exchange that ccxt knows; no key is ever given. */
export async function openCcxtSource(options: SourceOptions): Promise<MarketSource> {
  const { exchange, signal } = options;
  // Loaded only here: it takes longer than everything else together.
  const { default: ccxt } = await import("ccxt");
  if (!ccxt.exchanges.includes(exchange)) {
    throw usageError(`${exchange} is no exchange that ccxt knows`, "Use an id such as binanceusdm or hyperliquid.");
  }
  const Client = (ccxt as unknown as Record<string, new (config: object) => Exchange>)[exchange] as new (
    config: object,
  ) => Exchange;
  const client = new Client({
    timeout: options.timeoutMs ?? 10_000,
    enableRateLimit: !options.unpaced,
    ...(exchange === "hyperliquid" ? { options: { fetchMarkets: { types: ["swap"] } } } : {}),
  });
  if (options.baseUrl !== undefined) client.urls.api = rebased(client.urls.api, options.baseUrl);
  client.fetchImplementation = guardedFetch(signal, options.baseUrl);
  const retrying = createRetrying({
    ...{ exchange, signal, backoffMs: options.backoffMs ?? 1000 },
    isBusy: (error) => error instanceof ccxt.RateLimitExceeded || error instanceof ccxt.DDoSProtection,
    isDown: (error) => error instanceof ccxt.NetworkError,
  });
  const isWeighed = exchange === "hyperliquid" && !options.unpaced;
  const pause = (ms: number) => (isWeighed ? delay(ms, undefined, { signal }) : Promise.resolve());
  return {
    exchange,
    async coins() {
      // Reloading, since ccxt would answer every later call with the failure of the first.
      await retrying(() => client.loadMarkets(true));
      return listedCoins(Object.values(client.markets ?? {}), exchange);
    },
    candlePages: (coin, timeframe, span) => candlePages({ client, retrying, pause }, coin, timeframe, span),
    fundingPages: (coin, span) => fundingPages({ client, retrying, pause }, coin, span),
  };
}

type Connection = {
  client: Exchange;
  retrying: Retrying;
  /** Waits between two pages where the exchange also weighs the rows of an answer, of which ccxt knows nothing. */
  pause: (ms: number) => Promise<void>;
};

/** Hyperliquid allows 1,200 of weight a minute; 60 candles or 20 payments in an answer weigh 1. */
const MS_PER_WEIGHT = 50;

async function* candlePages(
  { client, retrying, pause }: Connection,
  { symbol }: ListedCoin,
  timeframe: Timeframe,
  span: Span,
): AsyncGenerator<Candles> {
  const barMs = timeframeMs(timeframe);
  // Hyperliquid answers with all it has of a span at once; ccxt would only cut that to the limit.
  const isWhole = client.id === "hyperliquid";
  const params = isWhole ? { until: span.toMs - 1 } : {};
  let fromMs = span.fromMs;
  while (fromMs < span.toMs) {
    const since = fromMs;
    const limit = isWhole ? undefined : Math.min(PAGE_BARS, Math.ceil((span.toMs - since) / barMs));
    const rows = await retrying(() => client.fetchOHLCV(symbol, timeframe, since, limit, params));
    const page = rowsWithin(rows, { fromMs, toMs: span.toMs });
    if (page.length > 0) yield candlesOfRows(page);
    await pause((rows.length / 60) * MS_PER_WEIGHT);
    const lastMs = Number(page.at(-1)?.[0] ?? NaN);
    if (page.length > 0) fromMs = lastMs + barMs;
    else if (isWhole || rows.some(([time]) => Number(time) >= span.toMs)) return;
    else fromMs += EMPTY_BARS * barMs;
  }
}

async function* fundingPages(
  { client, retrying, pause }: Connection,
  { symbol }: ListedCoin,
  span: Span,
): AsyncGenerator<Funding> {
  let fromMs = span.fromMs;
  while (fromMs < span.toMs) {
    const since = fromMs;
    const rows = await retrying(() => client.fetchFundingRateHistory(symbol, since, PAGE_FUNDING));
    const page = rows
      .map(({ timestamp, fundingRate }) => [timestamp ?? NaN, fundingRate ?? NaN] as const)
      .filter(([time]) => time >= fromMs && time < span.toMs)
      .toSorted(([a], [b]) => a - b);
    if (page.length === 0) return;
    yield fundingOfColumns([0, 1].map((i) => Float64Array.from(page, (row) => row[i] ?? NaN)));
    fromMs = (page.at(-1)?.[0] ?? NaN) + 1;
    await pause((rows.length / 20) * MS_PER_WEIGHT);
  }
}

/** Rows in ascending order of time, one for each time, that lie in the span. */
function rowsWithin(rows: OHLCV[], { fromMs, toMs }: Span): OHLCV[] {
  const byTime = new Map(rows.map((row) => [Number(row[0]), row]));
  return [...byTime]
    .filter(([time]) => time >= fromMs && time < toMs)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

function candlesOfRows(rows: OHLCV[]): Candles {
  return candlesOfColumns([0, 1, 2, 3, 4, 5].map((i) => Float64Array.from(rows, (row) => Number(row[i] ?? NaN))));
}

/** One market a coin: linear perpetuals, or spot where there are none, in the quote that comes first here. */
function listedCoins(markets: readonly Market[], exchange: string): ListedCoin[] {
  const quotes = exchange === "hyperliquid" ? ["USDC"] : ["USDT", "USDC", "USD"];
  const active = markets.filter((market) => market !== undefined && market.active !== false);
  const perpetuals = active.filter((market) => market?.swap && market.linear);
  const candidates = (perpetuals.length > 0 ? perpetuals : active.filter((market) => market?.spot)).filter((market) =>
    quotes.includes(market?.quote ?? ""),
  );
  const coins = new Map<string, ListedCoin>();
  for (const quote of quotes) {
    for (const market of candidates) {
      if (!market || market.quote !== quote) continue;
      // Hyperliquid's own name, where ccxt keeps it: capitals would make KPEPE of kPEPE.
      const coin = coinKey(String((market as { baseName?: string }).baseName ?? market.base));
      const maxLeverage = market.limits?.leverage?.max ?? null;
      if (!coins.has(coin)) coins.set(coin, { coin, symbol: market.symbol, maxLeverage });
    }
  }
  return [...coins.values()];
}

/** The client's addresses with every host replaced; ccxt nests them differently for each exchange. */
function rebased<T>(urls: T, baseUrl: string): T {
  if (typeof urls === "string") return urls.replace(/^[a-z]+:\/\/[^/]+/, baseUrl) as T;
  if (typeof urls !== "object" || urls === null) return urls;
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, rebased(url, baseUrl)])) as T;
}

/** A fetch that ends with `signal` and, where a base address is given, leaves its host by no way. */
function guardedFetch(signal: AbortSignal, baseUrl: string | undefined): typeof fetch {
  const host = baseUrl === undefined ? null : new URL(baseUrl).host;
  const guarded = async (url: string, init: RequestInit): Promise<Response> => {
    if (host !== null && new URL(url).host !== host) {
      throw new SixbtcError(
        "exchange.escaped",
        `a request to ${new URL(url).host} was stopped: only ${host} is allowed`,
      );
    }
    const signals = init.signal ? [init.signal, signal] : [signal];
    const redirect = host === null ? "follow" : "error";
    return fetch(url, { ...init, redirect, signal: AbortSignal.any(signals) });
  };
  return guarded as unknown as typeof fetch;
}
