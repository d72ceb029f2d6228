import { expect, test } from "bun:test";
import { checkCandles, checkFunding, findGaps } from "../../../core/market/check-candles.ts";
import { columnsOfCandles } from "../../../core/market/columns.ts";
import { contentHash } from "../../../core/market/content-hash.ts";
import { type SyntheticCoin, synthesizeMarket } from "../../../core/market/synthetic.ts";

const DAY = 96;
const make = (seed: number, coins = ["BTC", "ETH", "XRP"], bars = 300 * DAY) =>
  synthesizeMarket({ seed, coins, timeframe: "15m", startMs: Date.UTC(2024, 0, 1), bars });
const hashOf = ({ candles }: SyntheticCoin) => contentHash(columnsOfCandles(candles));
const market = make(1);

function returns({ candles }: SyntheticCoin): Float64Array {
  return candles.close.map((close, i) => (i === 0 ? 0 : Math.log(close / candles.close[i - 1]!)));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  const both = sum((i) => (a[i]! - ma) * (b[i]! - mb));
  return both / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2));
}

test("synthetic: candles and funding are possible and without gaps", () => {
  for (const { candles, funding } of market) {
    expect(checkCandles(candles, "15m")).toEqual([]);
    expect(checkFunding(funding)).toEqual([]);
    expect(findGaps(candles.time, "15m")).toEqual([]);
    expect(candles.length).toBe(300 * DAY);
    expect(funding.time.length).toBe(300 * 24 + 1);
    expect(candles.open.slice(1)).toEqual(candles.close.slice(0, -1));
  }
});

test("synthetic: a seed fixes the market, another gives another, coins do not depend on one another", () => {
  expect(make(1).map(hashOf)).toEqual(market.map(hashOf));
  expect(make(2).map(hashOf)).not.toEqual(market.map(hashOf));
  expect(make(1, ["XRP"]).map(hashOf)).toEqual([hashOf(market[2]!)]);
});

test("synthetic: coins move together, volatility clusters, tails are fat, volume has a rhythm", () => {
  const [btc, eth] = market.map(returns);
  expect(correlation(btc!, eth!)).toBeGreaterThan(0.3);
  const sizes = btc!.map(Math.abs);
  expect(correlation(sizes.subarray(1), sizes.subarray(0, -1))).toBeGreaterThan(0.1);
  const variance = btc!.reduce((sum, r) => sum + r * r, 0) / btc!.length;
  expect(Math.sqrt(variance * DAY)).toBeGreaterThan(0.02);
  expect(Math.sqrt(variance * DAY)).toBeLessThan(0.06);
  expect(btc!.reduce((sum, r) => sum + r ** 4, 0) / btc!.length / variance ** 2).toBeGreaterThan(4);
  const volumeAt = (hour: number) =>
    market[0]!.candles.volume.reduce((sum, volume, i) => sum + (Math.floor((i % DAY) / 4) === hour ? volume : 0), 0);
  expect(volumeAt(13)).toBeGreaterThan(1.3 * volumeAt(1));
});

test("synthetic: nothing foretells the next move: prices are martingales", () => {
  const ends: number[] = [];
  let hanging = 0;
  for (let seed = 0; seed < 400; seed++) {
    const [coin] = make(seed, ["BTC"], 5 * DAY);
    ends.push(coin!.candles.close.at(-1)! / coin!.candles.open[0]!);
    const moves = returns(coin!);
    hanging += correlation(moves.subarray(1), moves.subarray(0, -1)) / 400;
  }
  const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  const error = Math.sqrt(ends.reduce((sum, end) => sum + (end - mean) ** 2, 0)) / ends.length;
  expect(Math.abs(mean - 1)).toBeLessThan(3 * error);
  expect(Math.abs(hanging)).toBeLessThan(0.01);
});
