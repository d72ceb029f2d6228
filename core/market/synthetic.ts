import type { Candles, Funding } from "../kernel/candles.ts";
import { type Random, randomFrom } from "../kernel/random.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { CANDLE_COLUMNS, candlesOfColumns } from "./columns.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type SyntheticRequest = {
  seed: number | string;
  coins: readonly string[];
  timeframe: Timeframe;
  /** Open time of the first bar, and how many bars follow one another without a gap. */
  startMs: number;
  bars: number;
};

export type SyntheticCoin = { coin: string; candles: Candles; funding: Funding };

/** Deviation of a day's return: of what all coins share, and the range of what is a coin's own. */
const MARKET_DAY_DEVIATION = 0.025;
const OWN_DAY_DEVIATION = [0.015, 0.035] as const;

const KNOWN_PRICES: Readonly<Record<string, number>> = { BTC: 60_000, ETH: 3000, SOL: 150 };

/**
 * A market that looks like one and holds no edge: prices are martingales (the expected next price is the last one,
 * whatever came before), moved by one common factor and by each coin's own, with volatility that clusters, fat
 * tails, a daily rhythm of volume and volatility, and funding around 0 that no candle foretells. A coin's candles
 * depend on the seed and its name, not on the other coins asked for.
 */
export function synthesizeMarket(request: SyntheticRequest): SyntheticCoin[] {
  const streamOf = (name: string) => randomFrom(`${request.seed}/${name}`);
  const market = shocks(streamOf("market"), request);
  return request.coins.map((coin) => ({
    coin,
    candles: synthesizeCandles(
      streamOf(`${coin} path`),
      coin,
      { market, own: shocks(streamOf(coin), request) },
      request,
    ),
    funding: synthesizeFunding(streamOf(`${coin} funding`), request),
  }));
}

type Shocks = {
  /** Surprise of each bar in deviations of an average bar, and its own deviation at that time. */
  surprise: Float64Array;
  deviation: Float64Array;
};

/** GARCH(1, 1) with a long-run variance of 1, times the rhythm of the day. */
function shocks(random: Random, { bars, startMs, timeframe }: SyntheticRequest): Shocks {
  const surprise = new Float64Array(bars);
  const deviation = new Float64Array(bars);
  const barMs = timeframeMs(timeframe);
  let variance = 1;
  for (let i = 0; i < bars; i++) {
    const now = Math.sqrt(variance) * dayRhythm(startMs + i * barMs);
    const z = fatNormal(random);
    surprise[i] = now * z;
    deviation[i] = now;
    variance = Math.min(0.01 + 0.06 * variance * z * z + 0.93 * variance, 25);
  }
  return { surprise, deviation };
}

/** Variance 1, a fiftieth of the values three times as wild as the others. */
function fatNormal(random: Random): number {
  const scale = 1 / Math.sqrt(0.98 + 0.02 * 9);
  return random.normal() * scale * (random.next() < 0.02 ? 3 : 1);
}

/** Around 1: quiet at night in Europe, busiest at 15:00 UTC, when America has begun its day. */
function dayRhythm(timeMs: number): number {
  return 1 + 0.3 * Math.cos(((timeMs - 15 * HOUR_MS) / DAY_MS) * 2 * Math.PI);
}

function synthesizeCandles(
  random: Random,
  coin: string,
  { market, own }: { market: Shocks; own: Shocks },
  { bars, startMs, timeframe }: SyntheticRequest,
): Candles {
  const barMs = timeframeMs(timeframe);
  const perBar = Math.sqrt(barMs / DAY_MS);
  const beta = coin === "BTC" ? 0.9 : 0.7 + 0.8 * random.next();
  const [calm, wild] = OWN_DAY_DEVIATION;
  const ownDeviation = (calm + (wild - calm) * random.next()) * perBar;
  const marketDeviation = beta * MARKET_DAY_DEVIATION * perBar;
  const startPrice = (KNOWN_PRICES[coin] ?? 10 ** (2.5 * random.next() - 0.5)) * Math.exp(0.2 * random.normal());
  const volumeUsd = (1e9 * beta * barMs) / DAY_MS;

  const candles = candlesOfColumns(CANDLE_COLUMNS.map(() => new Float64Array(bars)));
  let price = startPrice;
  let close = tidy(price);
  for (let i = 0; i < bars; i++) {
    const deviation = Math.hypot(
      marketDeviation * (market.deviation[i] ?? NaN),
      ownDeviation * (own.deviation[i] ?? NaN),
    );
    const surprise = marketDeviation * (market.surprise[i] ?? NaN) + ownDeviation * (own.surprise[i] ?? NaN);
    // Half of the variance less, so that the price itself and not its logarithm expects to stay where it is.
    const move = surprise - (deviation * deviation) / 2;
    // How far a random walk with this end is likely to have been away in between.
    const above = (move + Math.sqrt(move * move - 2 * deviation ** 2 * Math.log(1 - random.next()))) / 2;
    const below = (move - Math.sqrt(move * move - 2 * deviation ** 2 * Math.log(1 - random.next()))) / 2;
    const open = close;
    const high = tidy(price * Math.exp(above));
    const low = tidy(price * Math.exp(below));
    price *= Math.exp(move);
    close = tidy(price);
    candles.time[i] = startMs + i * barMs;
    candles.open[i] = open;
    candles.high[i] = Math.max(open, high, close);
    candles.low[i] = Math.min(open, low, close);
    candles.close[i] = close;
    const bustle = dayRhythm(startMs + i * barMs) * (0.3 + Math.abs(surprise) / (marketDeviation + ownDeviation));
    candles.volume[i] = tidy((volumeUsd * bustle * Math.exp(0.5 * random.normal())) / close);
  }
  return candles;
}

/** Six significant digits, as exchanges quote. */
function tidy(value: number): number {
  const digits = 5 - Math.floor(Math.log10(value));
  return digits >= 0 ? Math.round(value * 10 ** digits) / 10 ** digits : Math.round(value);
}

/** One rate for each full hour: some hours in one direction, none in the long run. */
function synthesizeFunding(random: Random, { bars, startMs, timeframe }: SyntheticRequest): Funding {
  const firstMs = Math.ceil(startMs / HOUR_MS) * HOUR_MS;
  const hours = Math.max(0, Math.floor((startMs + bars * timeframeMs(timeframe) - firstMs) / HOUR_MS) + 1);
  const time = new Float64Array(hours);
  const rate = new Float64Array(hours);
  let level = 0;
  for (let i = 0; i < hours; i++) {
    level = 0.95 * level + 4e-6 * random.normal();
    time[i] = firstMs + i * HOUR_MS;
    rate[i] = Math.round(level * 1e10) / 1e10;
  }
  return { time, rate };
}
