import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Trade } from "../../../core/kernel/position.ts";
import { randomScenario } from "./random-scenario.ts";
import { referenceRun } from "./reference.ts";
import { runMarket } from "./run-market.ts";

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
