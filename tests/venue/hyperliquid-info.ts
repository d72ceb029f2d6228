import { INTERVALS_MS, type VenueMarket } from "./market.ts";

/** Only so many of the newest candles of an interval are kept, and so many funding rows are in one answer. */
const KEPT_CANDLES = 5000;
const FUNDING_ROWS = 500;

type InfoRequest = {
  type: string;
  coin?: string;
  startTime?: number;
  endTime?: number;
  req?: { coin: string; interval: string; startTime: number; endTime: number };
};

/** What POST /info answers, or null for a body that the exchange would not understand (422). */
export function answerInfo(request: InfoRequest, market: VenueMarket, nowMs: number): unknown {
  switch (request.type) {
    case "spotMeta":
      return {
        tokens: [{ name: "USDC", szDecimals: 8, weiDecimals: 8, index: 0, tokenId: "0x6d", isCanonical: true }],
        universe: [],
      };
    case "metaAndAssetCtxs":
      return metaAndAssetCtxs(market, nowMs);
    case "candleSnapshot":
      return request.req ? candleSnapshot(request.req, market, nowMs) : null;
    case "fundingHistory":
      return fundingHistory(request, market, nowMs);
    default:
      return null;
  }
}

function metaAndAssetCtxs(market: VenueMarket, nowMs: number): unknown {
  const universe = market.coins.map(({ name, szDecimals, maxLeverage }) => ({
    ...{ name, szDecimals, maxLeverage, marginTableId: maxLeverage },
  }));
  const contexts = market.coins.map(({ name }) => {
    const price = String(market.priceAt(name, nowMs));
    return {
      ...{ funding: "0.0000125", openInterest: "1000.0", prevDayPx: price, dayNtlVlm: "1000000.0", premium: "0.0" },
      ...{ oraclePx: price, markPx: price, midPx: price, impactPxs: [price, price], dayBaseVlm: "100.0" },
    };
  });
  return [{ universe, marginTables: [], collateralToken: 0 }, contexts];
}

function candleSnapshot(
  { coin, interval, startTime, endTime }: NonNullable<InfoRequest["req"]>,
  market: VenueMarket,
  nowMs: number,
): unknown {
  const barMs = INTERVALS_MS[interval];
  if (barMs === undefined || startTime < 0) return null;
  if (!market.coins.some(({ name }) => name === coin)) return [];
  const oldestMs = Math.floor(nowMs / barMs) * barMs - (KEPT_CANDLES - 1) * barMs;
  const fromMs = Math.max(startTime, oldestMs);
  return market.bars({ coin, interval, fromMs, toMs: endTime, nowMs }).map((bar) => ({
    ...{ t: bar.time, T: bar.time + barMs - 1, s: coin, i: interval },
    ...{ o: String(bar.open), c: String(bar.close), h: String(bar.high), l: String(bar.low) },
    ...{ v: String(bar.volume), n: 10 },
  }));
}

function fundingHistory({ coin, startTime, endTime }: InfoRequest, market: VenueMarket, nowMs: number): unknown {
  if (coin === undefined || startTime === undefined) return null;
  const rows = market.funding({ coin, everyMs: 3_600_000, fromMs: startTime, toMs: endTime ?? nowMs, nowMs });
  return rows.slice(0, FUNDING_ROWS).map(([time, rate]) => ({
    ...{ coin, fundingRate: rate?.toFixed(10) ?? null, premium: "0.0", time },
  }));
}
