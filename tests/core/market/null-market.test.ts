import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Candles } from "../../../core/kernel/candles.ts";
import { checkCandles } from "../../../core/market/check-candles.ts";
import { nullMarket } from "../../../core/market/null-market.ts";
import { resampleCandles } from "../../../core/market/resample.ts";
import { bytesOf, raggedMarket, raggedMarkets } from "../../support/ragged-market.ts";
import { REAL_DATA, realMarket } from "../../support/real-market.ts";
import { bars } from "./bars.ts";

const BAR = 900_000;
const PRICES = ["open", "high", "low", "close"] as const;

/** What a bar's prices are over the close before, less 1. */
function movesOf(candles: Candles, bar: number): number[] {
  return PRICES.map((name) => candles[name][bar]! / candles.close[bar - 1]! - 1);
}

/** 1 where the moves are the real ones, -1 where they are mirrored, 0 where neither or both. */
function signOf(real: Candles, made: Candles, bar: number): number {
  const theirs = movesOf(real, bar);
  const [o, h, l, c] = theirs as [number, number, number, number];
  const ours = movesOf(made, bar);
  const isLike = (moves: number[]) => moves.every((move, i) => Math.abs(move - ours[i]!) < 1e-9);
  return Number(isLike(theirs)) - Number(isLike([-o, -l, -h, -c]));
}

test("nullMarket: a bar is the real one or mirrored about the close before, high and low exchanged, both alike often", () => {
  const real = bars([
    [0, 100, 104, 99, 100, 7],
    [BAR, 101, 112, 99, 110, 8],
    [2 * BAR, 110, 110, 99, 99, 9],
  ]);
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 400; seed++) {
    const [{ open, high, low, close, volume }] = nullMarket([real], seed) as [Candles];
    expect([open[0], high[0], low[0], close[0], ...volume]).toEqual([100, 104, 99, 100, 7, 8, 9]);
    const key = [1, 2].map((i) => [open, high, low, close].map((column) => +column[i]!.toFixed(9)).join(" ")).join("|");
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual([
    "101 112 99 110|110 110 99 99",
    "101 112 99 110|110 121 110 121",
    "99 101 88 90|90 90 81 81",
    "99 101 88 90|90 99 90 99",
  ]);
  for (const times of seen.values()) expect(Math.abs(times - 100)).toBeLessThan(45);
});

test("nullMarket: candles are possible, and at each time all coins are mirrored or none", () => {
  fc.assert(
    fc.property(raggedMarkets, fc.nat(), (shape, seed) => {
      const market = raggedMarket(shape);
      const signs = new Map<number, Set<number>>();
      for (const [i, made] of nullMarket(market, seed).entries()) {
        const real = market[i]!;
        expect(made.time).toEqual(real.time);
        expect(made.volume).toEqual(real.volume);
        expect(checkCandles(made, "15m")).toEqual([]);
        expect(PRICES.map((name) => made[name][0])).toEqual(PRICES.map((name) => real[name][0]));
        for (let bar = 1; bar < real.length; bar++) {
          if (movesOf(real, bar)[1]! > 0.9) continue;
          const sign = signOf(real, made, bar);
          if (sign === 0) expect(signOf(real, real, bar), `${i} ${bar} is neither`).toBe(0);
          else signs.set(real.time[bar]!, (signs.get(real.time[bar]!) ?? new Set()).add(sign));
        }
      }
      expect([...signs.values()].filter(({ size }) => size > 1)).toEqual([]);
    }),
  );
});

test("nullMarket: a seed fixes every byte, another gives another, and nothing is written to the market", () => {
  const market = raggedMarket({ seed: 5, coins: 3, bars: 100, holes: true });
  const before = bytesOf(market);
  expect(bytesOf(nullMarket(market, 1))).toBe(bytesOf(nullMarket(market, 1)));
  expect(bytesOf(nullMarket(market, 1))).not.toBe(bytesOf(nullMarket(market, 2)));
  expect(bytesOf(market)).toBe(before);
});

test("nullMarket: a rise that no fall can mirror is shrunk on both sides, so that the expected price stays", () => {
  // The high is 4 times the close before, the close 2.5 times: moves of 3 and 1.5, shrunk to 0.9 and 0.45.
  const real = bars([
    [0, 100, 100, 100, 100, 1],
    [BAR, 110, 400, 70, 250, 1],
    [2 * BAR, 250, 250, 250, 250, 1],
  ]);
  const ends = new Map<number, Candles>();
  for (let seed = 0; seed < 20; seed++) {
    const [made] = nullMarket([real], seed) as [Candles];
    expect(checkCandles(made, "15m")).toEqual([]);
    ends.set(Math.round(made.close[1]!), made);
    expect(made.close[2]).toBe(made.close[1]!);
  }
  expect([...ends.keys()].sort()).toEqual([145, 55]);
  const rounded = (made: Candles) => PRICES.map((name) => +made[name][1]!.toFixed(9));
  expect(rounded(ends.get(145)!)).toEqual([103, 190, 91, 145]);
  expect(rounded(ends.get(55)!)).toEqual([97, 109, 10, 55]);
});

test("nullMarket: on a market that only rises the expected price is the first one", () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [open, close] = [100 * 1.05 ** i, 100 * 1.05 ** (i + 1)];
    return [i * BAR, open, close, open, close, 1];
  });
  const rising = bars(rows);
  const runs = 5000;
  let [sum, squares] = [0, 0];
  for (let seed = 0; seed < runs; seed++) {
    const [made] = nullMarket([rising], seed) as [Candles];
    const end = made.close.at(-1)! / made.close[0]!;
    sum += end;
    squares += end * end;
  }
  const mean = sum / runs;
  expect(Math.abs(mean - 1)).toBeLessThan(3 * Math.sqrt((squares / runs - mean * mean) / runs));
});

test.skipIf(!REAL_DATA)(
  "nullMarket: of real candles half are mirrored, the same of all coins, and they resample",
  async () => {
    const market = await realMarket();
    const made = nullMarket(market, 1);
    const signs = new Map<number, number>();
    let strangers = 0;
    for (const [i, real] of market.entries()) {
      expect(checkCandles(made[i]!, "15m")).toEqual([]);
      expect(checkCandles(resampleCandles(made[i]!, "15m", "1h"), "1h")).toEqual([]);
      for (let bar = 1; bar < real.length; bar++) {
        const sign = signOf(real, made[i]!, bar);
        const time = real.time[bar]!;
        if (sign === 0) continue;
        if ((signs.get(time) ?? sign) !== sign) strangers++;
        signs.set(time, sign);
      }
    }
    expect(strangers).toBe(0);
    const balance = [...signs.values()].reduce((sum, sign) => sum + sign, 0);
    expect(Math.abs(balance)).toBeLessThan(3 * Math.sqrt(signs.size));
  },
);
