import type { VenueMarket } from "./market.ts";

const KLINES = 500;
const FUNDING_ROWS = 100;

/** What GET /fapi/v1/... answers for the market data of Binance's USD-M futures, or null for an unknown path. */
export function answerFapi(url: URL, market: VenueMarket, nowMs: number): unknown {
  const number = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise);
  const coin = (url.searchParams.get("symbol") ?? "").replace(/USDT$/, "").replace(/^1000(?=PEPE)/, "k");
  const fromMs = number("startTime", 0);
  const toMs = number("endTime", nowMs);
  switch (url.pathname) {
    case "/fapi/v1/exchangeInfo":
      return { timezone: "UTC", serverTime: nowMs, rateLimits: [], assets: [], symbols: market.coins.map(symbolOf) };
    case "/fapi/v1/klines": {
      const interval = url.searchParams.get("interval") ?? "";
      const bars = market.bars({ coin, interval, fromMs, toMs, nowMs, limit: number("limit", KLINES) });
      return bars.map((bar) => [
        ...[bar.time, String(bar.open), String(bar.high), String(bar.low), String(bar.close), String(bar.volume)],
        ...[bar.time + 1, "0", 1, "0", "0", "0"],
      ]);
    }
    case "/fapi/v1/fundingRate":
      return market
        .funding({ coin, everyMs: 8 * 3_600_000, fromMs, toMs, nowMs })
        .slice(0, number("limit", FUNDING_ROWS))
        .map(([fundingTime, rate]) => ({ symbol: `${coin}USDT`, fundingTime, fundingRate: rate?.toFixed(8) ?? null }));
    default:
      return null;
  }
}

function symbolOf({ name }: { name: string }): unknown {
  const baseAsset = name.replace(/^k/, "1000");
  return {
    ...{ symbol: `${baseAsset}USDT`, pair: `${baseAsset}USDT`, contractType: "PERPETUAL", status: "TRADING" },
    ...{ deliveryDate: 4133404800000, onboardDate: 1569398400000, baseAsset, quoteAsset: "USDT", marginAsset: "USDT" },
    ...{ pricePrecision: 2, quantityPrecision: 3, baseAssetPrecision: 8, quotePrecision: 8, underlyingType: "COIN" },
    ...{ filters: [], orderTypes: ["LIMIT", "MARKET"], timeInForce: ["GTC", "IOC"] },
  };
}
