import type { Candles, Funding, Masks } from "../../../core/kernel/candles.ts";
import { type Market, prepareMarket } from "../../../core/kernel/market.ts";
import { randomFrom } from "../../../core/kernel/random.ts";

export const BAR_MS = 900_000;
const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 0, 1);
/** Deviation of one bar's return; half of its variance is the factor's, which all coins share. */
const BAR_DEVIATION = 0.004;
const FACTOR_SHARE = 0.5;
/** The logarithm of volatility goes back to its mean by 2 % a bar and deviates from it by 0.5. */
const VOLATILITY_MEMORY = 0.98;
const VOLATILITY_DEVIATION = 0.5;

/** Normal returns of deviation 1 whose volatility comes in clusters. */
function clusteredReturns(seed: string, bars: number): Float64Array {
  const random = randomFrom(seed);
  const out = new Float64Array(bars);
  const step = VOLATILITY_DEVIATION * Math.sqrt(1 - VOLATILITY_MEMORY ** 2);
  let logVolatility = VOLATILITY_DEVIATION * random.normal();
  for (let i = 0; i < bars; i++) {
    logVolatility = VOLATILITY_MEMORY * logVolatility + step * random.normal();
    out[i] = random.normal() * Math.exp(logVolatility - VOLATILITY_DEVIATION ** 2);
  }
  return out;
}

function candlesOf(seed: string, factor: Float64Array): Candles {
  const random = randomFrom(`${seed}/candles`);
  const length = factor.length;
  const own = clusteredReturns(`${seed}/own`, length);
  const column = () => new Float64Array(length);
  const candles = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let price = Math.exp(random.next() * 10 - 2);
  for (let i = 0; i < length; i++) {
    const shared = Math.sqrt(FACTOR_SHARE) * factor[i]! + Math.sqrt(1 - FACTOR_SHARE) * own[i]!;
    const open = price * (1 + 0.0001 * random.normal());
    const close = open * Math.exp(BAR_DEVIATION * shared);
    candles.time[i] = START_MS + i * BAR_MS;
    candles.open[i] = open;
    candles.high[i] = Math.max(open, close) * Math.exp(0.4 * BAR_DEVIATION * Math.abs(random.normal()));
    candles.low[i] = Math.min(open, close) * Math.exp(-0.4 * BAR_DEVIATION * Math.abs(random.normal()));
    candles.close[i] = close;
    candles.volume[i] = 1e6 / close;
    price = close;
  }
  return { ...candles, length };
}

/** Rates of each hour around 0.00001, of both signs, which last for some hours. */
function fundingOf(seed: string, bars: number): Funding {
  const random = randomFrom(`${seed}/funding`);
  const hours = Math.ceil((bars * BAR_MS) / HOUR_MS) + 1;
  const time = Float64Array.from({ length: hours }, (_, i) => START_MS + i * HOUR_MS);
  let above = 0;
  const rate = time.map(() => {
    above = 0.9 * above + 0.00001 * random.normal();
    return 0.00001 + above;
  });
  return { time, rate };
}

/** A market of a seeded one-factor random walk in bars of 15 minutes, without gaps, each coin with funding. */
export function jobMarket(coins: number, bars: number): Market {
  const factor = clusteredReturns("factor", bars);
  const members = Array.from({ length: coins }, (_, i) => ({
    coin: `C${i}`,
    candles: candlesOf(`coin ${i}`, factor),
    funding: fundingOf(`coin ${i}`, bars),
    maxLeverage: [20, 40, 20, 50, 25][i % 5]!,
  }));
  return prepareMarket(members, BAR_MS);
}

/**
 * How often each grid time has signals, against the mean of 1: about one bar in five is busy, in stretches of 48 on
 * average, and has 16 times as many as a calm one.
 */
function busyness(bars: number): Float64Array {
  const random = randomFrom("busyness");
  let isBusy = false;
  const weight = new Float64Array(bars).map(() => {
    if (random.next() < (isBusy ? 1 / 48 : 1 / 192)) isBusy = !isBusy;
    return isBusy ? 16 : 1;
  });
  const mean = weight.reduce((sum, value) => sum + value, 0) / bars;
  return weight.map((value) => value / mean);
}

const FORESIGHT_SHARE = 0.1;
const FORESIGHT_BARS = 24;

/**
 * Signals on about `entriesFrac` of the bars, of both sides, and exit bars on 0.5 % for each side. One signal in ten
 * knows where the price goes, which about pays the costs of all: an account that is soon lost would have little left
 * to walk.
 */
export function jobMasks(market: Market, entriesFrac: number): Masks[] {
  const busy = busyness(market.gridTime.length);
  return market.coins.map(({ coin, candles: { close, length } }) => {
    const random = randomFrom(`${coin}/signals ${entriesFrac}`);
    const mask = () => new Uint8Array(length);
    const masks = { enterLong: mask(), enterShort: mask(), exitLong: mask(), exitShort: mask() };
    for (let t = 0; t < length; t++) {
      if (random.next() < 0.005) masks.exitLong[t] = 1;
      if (random.next() < 0.005) masks.exitShort[t] = 1;
      if (random.next() >= entriesFrac * busy[t]!) continue;
      const knows = random.next() < FORESIGHT_SHARE;
      const rises = close[Math.min(t + FORESIGHT_BARS, length - 1)]! > close[t]!;
      const isLong = knows ? rises : random.next() < 0.5;
      (isLong ? masks.enterLong : masks.enterShort)[t] = 1;
    }
    return masks;
  });
}
