import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Candles } from "../../../core/kernel/candles.ts";
import { checkCandles } from "../../../core/market/check-candles.ts";
import { CANDLE_COLUMNS, candlesOfColumns, sliceCandles } from "../../../core/market/columns.ts";
import { candlesForMoves, permuteMoves, prepareMoves } from "../../../core/statistics/permute-market.ts";
import { bytesOf, type Ragged, raggedMarket, raggedMarkets } from "../../support/ragged-market.ts";
import { REAL_DATA, realMarket } from "../../support/real-market.ts";

const BAR_MS = 900_000;
const permuted = (market: readonly Candles[], seed: string | number, from?: number) =>
  permuteMoves(prepareMoves(market, from), seed);

/** How many bars stay: those before `firstMs`, and the first one anyway. */
const keptOf = ({ time, length }: Candles, firstMs: number) =>
  Math.max(Math.min(1, length), time.filter((ms) => ms < firstMs).length);

/** Open over the close before, then high, low and close over the open, of the bars from `from` on. */
function ratiosOf({ open, high, low, close }: Candles, from: number): Float64Array[] {
  const gap = open.map((price, i) => price / close[i - 1]!);
  const over = (column: Float64Array) => column.map((price, i) => price / open[i]!);
  return [gap, over(high), over(low), over(close)].map((column) => column.subarray(from));
}

function expectNear(actual: Float64Array, expected: Float64Array): void {
  expect(actual.length).toBe(expected.length);
  expect(actual.findIndex((value, i) => !(Math.abs(value / expected[i]! - 1) < 1e-9))).toBe(-1);
}

/** All that is promised of one coin but for its order. */
function expectPermutation(real: Candles, made: Candles, firstMs: number): void {
  const kept = keptOf(real, firstMs);
  expect(bytesOf([sliceCandles(made, 0, kept)])).toBe(bytesOf([sliceCandles(real, 0, kept)]));
  expect(made.time).toEqual(real.time);
  expect(checkCandles(made, "15m")).toEqual([]);
  expect(made.volume.slice().sort()).toEqual(real.volume.slice().sort());
  const theirs = ratiosOf(real, kept);
  for (const [i, ours] of ratiosOf(made, kept).entries()) expectNear(ours.sort(), theirs[i]!.sort());
  expectNear(made.close.subarray(-1), real.close.subarray(-1));
}

test("permuteMoves: bars before the first permuted one stay, moves and the last close are the same, candles possible", () => {
  fc.assert(
    fc.property(raggedMarkets, fc.nat(), fc.option(fc.integer({ min: 0, max: 70 })), (shape, seed, first) => {
      const market = raggedMarket(shape);
      const firstMs = first === null ? Number.NEGATIVE_INFINITY : first * BAR_MS;
      const made = permuted(market, seed, firstMs);
      for (const [i, real] of market.entries()) {
        expectPermutation(real, made[i]!, firstMs);
        // Volumes name the bars: high, low and close are those of the same bar.
        const kept = keptOf(real, firstMs);
        const bars = Int32Array.from(made[i]!.volume.subarray(kept), (volume) => real.volume.indexOf(volume));
        const theirs = ratiosOf(real, 0);
        for (const at of [1, 2, 3]) {
          expectNear(
            ratiosOf(made[i]!, kept)[at]!,
            Float64Array.from(bars, (bar) => theirs[at]![bar]!),
          );
        }
      }
    }),
  );
});

test("permuteMoves: the bar that opens at the first permuted time moves as often as any other", () => {
  const market = [raggedMarket({ seed: 2, coins: 1, bars: 8, holes: false })[0]!];
  const moves = prepareMoves(market, 4 * BAR_MS);
  const stayed = new Map<number, number>();
  for (let seed = 0; seed < 400; seed++) {
    const [made] = permuteMoves(moves, seed);
    for (let bar = 0; bar < 8; bar++) {
      if (made!.volume[bar] === market[0]!.volume[bar]) stayed.set(bar, (stayed.get(bar) ?? 0) + 1);
    }
  }
  for (const bar of [0, 1, 2, 3]) expect(stayed.get(bar)).toBe(400);
  for (const bar of [4, 5, 6, 7]) expect(Math.abs(stayed.get(bar)! - 100)).toBeLessThan(45);
});

test("permuteMoves: a seed fixes every byte, in fresh columns or used ones, and nothing is written to the market", () => {
  const market = raggedMarket({ seed: 5, coins: 4, bars: 200, holes: true });
  const before = bytesOf(market);
  const moves = prepareMoves(market);
  const fresh = bytesOf(permuteMoves(moves, "a"));
  const columns = candlesForMoves(moves);
  expect(bytesOf(permuteMoves(moves, "b", columns))).not.toBe(fresh);
  expect(permuteMoves(moves, "a", columns)).toBe(columns);
  expect(bytesOf(columns)).toBe(fresh);
  const foreign = market.map(({ length }) => candlesOfColumns(CANDLE_COLUMNS.map(() => new Float64Array(length))));
  expect(bytesOf(permuteMoves(moves, "a", foreign))).toBe(fresh);
  expect(bytesOf(market)).toBe(before);
});

test("permuteMoves: these are the prices of this seed for ever, since p-values are named by their seed", () => {
  const [made] = permuted(raggedMarket({ seed: 1, coins: 1, bars: 8, holes: false }), 42);
  expect([...made!.volume]).toMatchInlineSnapshot(`
    [
      0,
      3,
      6,
      4,
      7,
      1,
      5,
      2,
    ]
  `);
});

/** For each time the time whose bar stands there now: volumes name it. */
const sourcesOf = ({ time, volume }: Candles) => new Map([...time].map((ms, i) => [ms / BAR_MS, volume[i]!]));

test("permuteMoves: coins draw from the same times, but for as many bars as a coin has missing", () => {
  const shapes = fc.record({
    ...{ seed: fc.nat(), coins: fc.constant(4), bars: fc.integer({ min: 2, max: 80 }), holes: fc.boolean() },
  });
  fc.assert(
    fc.property(shapes, fc.nat(), (shape: Ragged, seed) => {
      const [whole, ...others] = permuted(raggedMarket(shape), seed);
      const common = sourcesOf(whole!);
      for (const other of others) {
        const { time, length } = other;
        if (length === 0) continue;
        const missing = (time[length - 1]! - time[0]!) / BAR_MS + 1 - length;
        // Its first bar stays, also where that of the others does not.
        const strangers = [...sourcesOf(other)].slice(1).filter(([at, source]) => common.get(at) !== source);
        expect(strangers.length).toBeLessThanOrEqual(missing);
      }
    }),
  );
});

/** Bars that open a little higher each time, so that gap `i` is 1 + i/1000, and close where they open. */
function steps(bars: number, has: (bar: number) => boolean = () => true): Candles {
  const numbers = Array.from({ length: bars }, (_, i) => i).filter(has);
  let price = 1;
  const prices = Float64Array.from(numbers, (i) => {
    price *= 1 + i / 1000;
    return price;
  });
  const time = Float64Array.from(numbers, (i) => i * BAR_MS);
  const volume = Float64Array.from(numbers);
  return { time, open: prices, high: prices, low: prices, close: prices, volume, length: numbers.length };
}

const gapNumbers = ({ open, close, length }: Candles) =>
  Array.from({ length: length - 1 }, (_, i) => Math.round((open[i + 1]! / close[i]! - 1) * 1000));

test("permuteMoves: gaps and bars each come in every order alike, apart from one another, missing bars or not", () => {
  const whole = steps(6);
  const holed = steps(6, (i) => i !== 2);
  const moves = prepareMoves([whole, holed]);
  const out = candlesForMoves(moves);
  const seen = { gaps: new Map<string, number>(), bars: new Map<string, number>(), pairs: new Map<string, number>() };
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const runs = 12_000;
  for (let seed = 0; seed < runs; seed++) {
    permuteMoves(moves, seed, out);
    const gaps = gapNumbers(out[1]!);
    const bars = [...out[1]!.volume.subarray(1)];
    count(seen.gaps, gaps.join(""));
    count(seen.bars, bars.join(""));
    count(seen.pairs, `${gaps[0]} ${bars[0]}`);
  }
  for (const map of [seen.gaps, seen.bars]) {
    expect(map.size).toBe(24);
    for (const times of map.values()) expect(Math.abs(times - runs / 24)).toBeLessThan(5 * Math.sqrt(runs / 24));
  }
  expect(seen.pairs.size).toBe(16);
  for (const times of seen.pairs.values()) expect(Math.abs(times - runs / 16)).toBeLessThan(5 * Math.sqrt(runs / 16));
});

test("permuteMoves: where a coin begins or ends, the others stand where they really stood", () => {
  const whole = raggedMarket({ seed: 3, coins: 1, bars: 60, holes: false })[0]!;
  const late = sliceCandles(raggedMarket({ seed: 4, coins: 1, bars: 60, holes: false })[0]!, 20, 50);
  const [made] = permuted([whole, late], 1);
  // The late coin's first bar, 20, does not move: its moves begin with 21.
  for (const bar of [20, 49, 59]) expect(made!.close[bar]! / whole.close[bar]!).toBeCloseTo(1, 12);
  expect(Math.abs(made!.close[30]! / whole.close[30]! - 1)).toBeGreaterThan(1e-6);
});

test("permuteMoves: refuses what is no candle, and columns that do not fit or are the market's own", () => {
  const market = [steps(4)];
  const bad = { ...steps(4), high: Float64Array.of(1, 1, 0.5, 1) };
  expect(() => prepareMoves([bad])).toThrow("bar 1 at 900000 is no candle");
  expect(() => permuteMoves(prepareMoves(market), 1, [])).toThrow("columns of its own length");
  expect(() => permuteMoves(prepareMoves(market), 1, [steps(5)])).toThrow("columns of its own length");
  expect(() => permuteMoves(prepareMoves(market), 1, market)).toThrow("not into itself");
});

test.skipIf(!REAL_DATA)(
  "permuteMoves: real candles keep their moves and what they have in common, not their order",
  async () => {
    const market = await realMarket();
    const firstMs = Date.UTC(2023, 6, 1);
    const moves = prepareMoves(market, firstMs);
    for (const seed of [1, 2]) {
      const made = permuteMoves(moves, seed);
      for (const [i, real] of market.entries()) expectPermutation(real, made[i]!, firstMs);
      expect(correlation(made[0]!, made[1]!, firstMs)).toBeCloseTo(correlation(market[0]!, market[1]!, firstMs), 2);
      expect(correlation(made[0]!, made[2]!, firstMs)).toBeCloseTo(correlation(market[0]!, market[2]!, firstMs), 2);
      expect(correlation(made[0]!, market[0]!, firstMs)).toBeLessThan(0.05);
    }
  },
);

/** Of the returns of two coins at the times that both have from `fromMs` on. */
function correlation(a: Candles, b: Candles, fromMs: number): number {
  const theirs = new Map([...b.time].slice(1).map((ms, i) => [ms, Math.log(b.close[i + 1]! / b.close[i]!)]));
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 1; i < a.length; i++) {
    const y = theirs.get(a.time[i]!);
    if (y === undefined || a.time[i]! < fromMs) continue;
    const x = Math.log(a.close[i]! / a.close[i - 1]!);
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  return xy / Math.sqrt(xx * yy);
}
