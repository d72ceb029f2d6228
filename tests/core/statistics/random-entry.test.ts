import { expect, test } from "bun:test";
import fc from "fast-check";
import { randomFrom } from "../../../core/kernel/random.ts";
import { type EntrySample, randomEntries } from "../../../core/statistics/random-entry.ts";

const COSTS = { fee: 0.00045, slippage: 0.0005 };
const FREE = { fee: 0, slippage: 0 };

type Shape = { seed: number; bars: number; drift: number; coins: number };

/** Opens of coins that share most of their moves. */
function opensOf({ seed, bars, drift, coins }: Shape): Float64Array[] {
  const market = randomFrom(`${seed}/market`);
  const moves = Array.from({ length: bars }, () => drift + 0.01 * market.normal());
  return Array.from({ length: coins }, (_, coin) => {
    const own = randomFrom(`${seed}/${coin}`);
    let price = 100;
    return Float64Array.from(moves, (move) => {
      price *= Math.exp(move + 0.002 * own.normal());
      return price;
    });
  });
}

type Plan = { coin: number; entryBar: number; heldBars: number; side: 1 | -1; group: number }[];

/** Trades that gained what their own bars gave, from open to open. */
function sampleOf(opens: Float64Array[], plan: Plan, costs = COSTS): EntrySample {
  const gained = plan.map(({ coin, entryBar, heldBars, side }) => {
    const entry = opens[coin]![entryBar]! * (1 + side * costs.slippage);
    const exit = opens[coin]![entryBar + heldBars]! * (1 - side * costs.slippage);
    return (side * (exit - entry) - costs.fee * (entry + exit)) / entry;
  });
  return {
    opens,
    coin: Int32Array.from(plan, (trade) => trade.coin),
    entryBar: Int32Array.from(plan, (trade) => trade.entryBar),
    heldBars: Int32Array.from(plan, (trade) => trade.heldBars),
    side: Int8Array.from(plan, (trade) => trade.side),
    group: Int32Array.from(plan, (trade) => trade.group),
    gained: Float64Array.from(gained),
  };
}

/** Every `every` bars all coins are entered for `held` bars, where `wanted` says so. */
function planOf(
  opens: Float64Array[],
  { every, held, side = 1 }: { every: number; held: number; side?: 1 | -1 },
  wanted: (bar: number) => boolean = () => true,
): Plan {
  const plan: Plan = [];
  for (let bar = 0; bar + held < opens[0]!.length; bar += every) {
    if (!wanted(bar)) continue;
    for (const coin of opens.keys()) plan.push({ coin, entryBar: bar, heldBars: held, side, group: bar / every });
  }
  return plan;
}

test("randomEntries: entries before rises pass, those of any time in a market that only rises do not", () => {
  const opens = opensOf({ seed: 1, bars: 2000, drift: 0, coins: 3 });
  const rises = planOf(opens, { every: 10, held: 10 }, (bar) => opens[0]![bar + 10]! > opens[0]![bar]! * 1.01);
  expect(randomEntries(sampleOf(opens, rises), COSTS, 999, "a").pValue).toBe(0.001);

  const rising = opensOf({ seed: 2, bars: 2000, drift: 0.002, coins: 3 });
  const longs = sampleOf(rising, planOf(rising, { every: 40, held: 10 }));
  const { mean, randomMean, pValue } = randomEntries(longs, COSTS, 999, "a");
  expect(mean).toBeGreaterThan(0.01);
  expect(Math.abs(randomMean - mean)).toBeLessThan(0.006);
  expect(pValue).toBeGreaterThan(0.05);
});

test("randomEntries: bars to come that nobody knew pass as often as the limit says, though coins move together", () => {
  let passed = 0;
  const runs = 400;
  for (let seed = 0; seed < runs; seed++) {
    const opens = opensOf({ seed, bars: 300, drift: 0.001, coins: 6 });
    const { next } = randomFrom(`${seed}/plan`);
    const plan = planOf(opens, { every: 6, held: 5 }, () => next() < 0.4);
    if (plan.length > 0 && randomEntries(sampleOf(opens, plan), COSTS, 99, "a").pValue < 0.05) passed++;
  }
  // 5 % of 400 are 20, give or take 4.4.
  expect(passed).toBeLessThan(34);
  expect(passed).toBeGreaterThan(6);
});

const shapes = fc.record({
  seed: fc.nat(),
  bars: fc.integer({ min: 30, max: 200 }),
  drift: fc.constant(0),
  coins: fc.integer({ min: 1, max: 4 }),
});

test("randomEntries: the seed decides, the sample stays as it was, and p is one of those that so many draws allow", () => {
  fc.assert(
    fc.property(shapes, fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, -1), (shape, draws, side) => {
      const opens = opensOf(shape);
      const sample = sampleOf(opens, planOf(opens, { every: 7, held: 3, side: side > 0 ? 1 : -1 }));
      const before = JSON.stringify(sample);
      const first = randomEntries(sample, COSTS, draws, "one");
      expect(randomEntries(sample, COSTS, draws, "one")).toEqual(first);
      expect(JSON.stringify(sample)).toBe(before);
      const asGood = first.pValue * (draws + 1);
      expect(Math.abs(asGood - Math.round(asGood))).toBeLessThan(1e-9);
      expect(asGood).toBeGreaterThan(0.999);
      expect(asGood).toBeLessThan(draws + 1.001);
    }),
  );
});

test("randomEntries: prices times a factor change nothing, and costs come off both sides alike", () => {
  fc.assert(
    fc.property(shapes, fc.constantFrom(0.25, 8), (shape, factor) => {
      const opens = opensOf(shape);
      const plan = planOf(opens, { every: 9, held: 4 });
      const sample = sampleOf(opens, plan);
      const scaled = { ...sample, opens: opens.map((column) => column.map((open) => open * factor)) };
      expect(randomEntries(scaled, COSTS, 19, "s").randomMean).toBeCloseTo(
        randomEntries(sample, COSTS, 19, "s").randomMean,
        12,
      );
      const free = randomEntries(sampleOf(opens, plan, FREE), FREE, 19, "s");
      const paid = randomEntries(sample, COSTS, 19, "s");
      expect(free.randomMean - paid.randomMean).toBeCloseTo(free.mean - paid.mean, 4);
      expect(free.randomMean - paid.randomMean).toBeCloseTo(2 * (COSTS.fee + COSTS.slippage), 4);
    }),
  );
});

test("randomEntries: over all shifts a trade stands at every bar that it fits into", () => {
  // Opens that double: each entry gains 1 whatever its bar, but for the trade that is longer than all of them.
  const opens = [Float64Array.of(1, 2, 4, 8)];
  const plan: Plan = [{ coin: 0, entryBar: 3, heldBars: 1, side: 1, group: 0 }];
  const sample = { ...sampleOf(opens, plan, FREE), gained: Float64Array.of(1) };
  expect(randomEntries(sample, FREE, 99, "x")).toEqual({ pValue: 1, mean: 1, randomMean: 1 });
  const long = { ...sample, heldBars: Int32Array.of(9) };
  expect(randomEntries(long, FREE, 9, "x").randomMean).toBe(7);
});

test("randomEntries: without trades p is 1, and what cannot be a trade is refused", () => {
  const opens = [Float64Array.of(1, 2, 4, 8)];
  expect(randomEntries(sampleOf(opens, []), COSTS, 9, "x").pValue).toBe(1);
  const trade = { coin: 0, entryBar: 0, heldBars: 1, side: 1, group: 0 } as const;
  const sample = sampleOf(opens, [trade]);
  expect(() => randomEntries({ ...sample, side: new Int8Array(2) }, COSTS, 9, "x")).toThrow("2 values of 1 trades");
  expect(() => randomEntries({ ...sample, heldBars: Int32Array.of(0) }, COSTS, 9, "x")).toThrow("trade 0 entered");
  expect(() => randomEntries({ ...sample, opens: [Float64Array.of(1)] }, COSTS, 9, "x")).toThrow("trade 0 entered");
});
