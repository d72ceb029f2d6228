import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Trade } from "../../../core/kernel/position.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { DEFAULT_ACCOUNT, type TradingRules } from "../../../core/kernel/rules.ts";
import { randomScenario } from "./random-scenario.ts";
import { referenceRun } from "./reference.ts";
import { type Ohlc, runMarket, type TestCoin } from "./run-market.ts";

/** Equal but for the order of sums: 1e-9 of the size of the numbers that were added up. */
function expectClose(actual: number, expected: number, size: number, what: string): void {
  if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(size)))) {
    throw new Error(`${what}: ${actual} instead of ${expected}`);
  }
}

function expectSameTrade(actual: Trade, expected: Trade): void {
  for (const name of Object.keys(expected) as (keyof Trade)[]) {
    const value = expected[name];
    if (typeof value === "number") expectClose(actual[name] as number, value, expected.notional, name);
    else expect(actual[name]).toBe(value);
  }
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
}

const scenarios = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  coins: fc.integer({ min: 1, max: 5 }),
  bars: fc.integer({ min: 0, max: 90 }),
});

test("simulate: equal to the slow reference, trade by trade and mark by mark", () => {
  fc.assert(
    fc.property(scenarios, ({ seed, coins, bars }) => {
      const scenario = randomScenario(seed, coins, bars);
      const { trades, gridTime, marks, exposedBars } = runMarket(scenario.coins, scenario.rules, scenario.account);
      const expected = referenceRun(scenario.coins, scenario.rules, scenario.account);
      expect(trades.length).toBe(expected.trades.length);
      for (const [i, trade] of trades.entries()) expectSameTrade(trade, expected.trades[i]!);
      expect([...gridTime]).toEqual(expected.times);
      for (const [i, mark] of marks.entries())
        expectClose(mark, expected.marks[i]!, scenario.account.capital, `mark ${i}`);
      expect(exposedBars).toBe(expected.exposed);
    }),
    { numRuns: 1500 },
  );
});

test("simulate: the random markets of these tests meet every rule often", () => {
  const seen: Record<string, number> = {};
  const count = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  for (let seed = 0; seed < 300; seed++) {
    const { coins, rules, account } = randomScenario(seed, 1 + (seed % 5), 80);
    const { trades, turns } = referenceRun(coins, rules, account);
    for (let i = 0; i < turns; i++) count("turn");
    for (const { reason, direction, entryTime, exitTime, funding } of trades) {
      count(`${direction} ${reason}`);
      count(`${rules.exits.stop.kind} ${reason}`);
      if (exitTime === entryTime) count(`entry bar ${reason}`);
      if (funding !== 0) count("funding");
    }
    if (trades.length === 0) count("no trade");
  }
  const reasons = ["stop", "target", "signal", "maxBars", "liquidation", "end"];
  const wanted = [
    ...reasons.flatMap((reason) => [`long ${reason}`, `short ${reason}`]),
    ...["stop", "target", "liquidation", "end"].map((reason) => `entry bar ${reason}`),
    ...["percent", "atr", "stddev", "swing", "trailing"].flatMap((kind) =>
      reasons.map((reason) => `${kind} ${reason}`),
    ),
    "turn",
    "funding",
  ];
  expect(wanted.filter((what) => (seen[what] ?? 0) < 8)).toEqual([]);
});

const TF = 900_000;
const HOLD: TradingRules = {
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.5 }, maxBars: 1000 },
  leverage: 1,
  warmup: 0,
  timeframeMs: TF,
};

/** A coin that wanders a little and asks for a long on bar `signal`. */
function calmCoin(coin: string, signal: number): TestCoin {
  const random = randomFrom(coin);
  const bars = Array.from({ length: 2000 }, (): Ohlc => {
    const price = 100 + 2 * random.normal();
    return [price, price + 1, price - 1, price];
  });
  const masks = { enterLong: [signal], enterShort: [], exitLong: [], exitShort: [] };
  return { coin, bars, times: bars.map((_, i) => i * TF), funding: null, maxLeverage: 10, masks };
}

test("simulate: marks add up in universe order, whichever coin entered first", () => {
  const coins = [calmCoin("AAA", 2), calmCoin("BBB", 1), calmCoin("CCC", 0)];
  // Profits of the order of the cash, so that the last digit of their sum is not lost in it.
  const account = { ...DEFAULT_ACCOUNT, fee: 0, risk: 1, maxPositions: 3 };
  const { trades, marks } = runMarket(coins, { ...HOLD, leverage: 5 }, account);
  const profits = (g: number) =>
    coins.map(({ coin, bars }) => {
      const { quantity, entryPrice } = trades.find((trade) => trade.coin === coin)!;
      return quantity * (bars[g]![3] - entryPrice);
    });
  let orderMatters = 0;
  for (let g = 3; g < 1000; g++) {
    const [a, b, c] = profits(g);
    expect(marks[g]!).toBe(10_000 + (a! + b! + c!));
    if (10_000 + (a! + b! + c!) !== 10_000 + (c! + b! + a!)) orderMatters++;
  }
  expect(orderMatters).toBeGreaterThan(0);
});

test("simulate: slots go to coins in universe order, and a refused entry takes none", () => {
  const coins = [calmCoin("AAA", 0), calmCoin("BBB", 0), calmCoin("CCC", 0)];
  const two = { ...DEFAULT_ACCOUNT, maxPositions: 2 };
  const names = (rules: TradingRules) => runMarket(coins, rules, two).trades.map(({ coin }) => coin);
  expect(names(HOLD)).toEqual(["AAA", "BBB"]);
  coins[0]!.bars[0] = [100, 100, 100, 100];
  const swing: TradingRules = { ...HOLD, exits: { stop: { kind: "swing", lookback: 1 }, maxBars: 9 } };
  // The first coin's signal bar has no range, so there is no distance to its stop.
  expect(names(swing)).toEqual(["BBB", "CCC"]);
});

test("simulate: an entry of the side that the direction excludes is none", () => {
  const coin = calmCoin("AAA", 3);
  const entries = (direction: "long" | "short" | "both") =>
    runMarket([coin], { ...HOLD, direction }, DEFAULT_ACCOUNT).trades;
  expect(entries("short")).toEqual([]);
  expect(entries("long")).toEqual(entries("both"));
  expect(entries("both").length).toBe(1);
});

test("simulate: no coins and coins without bars give no trades and no marks", () => {
  const empty = {
    ...calmCoin("AAA", 0),
    bars: [],
    times: [],
    masks: { enterLong: [], enterShort: [], exitLong: [], exitShort: [] },
  };
  for (const coins of [[], [empty], [empty, empty]]) {
    const { trades, marks, exposedBars, metrics } = runMarket(coins, HOLD, DEFAULT_ACCOUNT);
    expect([trades.length, marks.length, exposedBars, metrics.finalEquity]).toEqual([0, 0, 0, 10_000]);
  }
});
