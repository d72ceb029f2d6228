import { expect, test } from "bun:test";
import type { Trade } from "../../../core/kernel/position.ts";
import { DEFAULT_ACCOUNT, type Exits, type TradingRules } from "../../../core/kernel/rules.ts";
import { type Ohlc, runMarket, type TestCoin } from "./run-market.ts";

const TF = 900_000;
const START = Date.UTC(2026, 0, 5, 10, 15);

type Example = {
  bars: Ohlc[];
  exits: Exits;
  direction?: "long" | "short";
  leverage?: number;
  funding?: [time: number, rate: number][];
};

/** The signal stands on bar 0, before those that EXECUTION.md 8 shows. */
function runExample({ bars, exits, direction = "long", leverage = 5, funding }: Example): Trade[] {
  const signal: Ohlc = [100, 100, 100, 100];
  const coin: TestCoin = {
    coin: "AAA",
    bars: [signal, ...bars],
    times: [signal, ...bars].map((_, i) => START + i * TF),
    funding: funding ?? null,
    maxLeverage: 10,
    masks: {
      enterLong: direction === "long" ? [0] : [],
      enterShort: direction === "short" ? [0] : [],
      exitLong: [],
      exitShort: [],
    },
  };
  const rules: TradingRules = { direction, exits, leverage, warmup: 0, timeframeMs: TF };
  return runMarket([coin], rules, DEFAULT_ACCOUNT).trades;
}

const percent = (value: number) => ({ kind: "percent", value }) as const;

test("simulate: EXECUTION 8.1, a target", () => {
  const bars: Ohlc[] = [
    [100, 101, 99, 100.5],
    [100.5, 104, 100, 103],
  ];
  const exits = { stop: percent(0.02), takeProfit: percent(0.03) };
  const [trade, ...others] = runExample({ bars, exits });
  expect(others).toEqual([]);
  expect(trade!.reason).toBe("target");
  expect(trade!.entryTime).toBe(START + TF);
  expect(trade!.exitTime).toBe(START + 2 * TF);
  expect(trade!.entryPrice).toBeCloseTo(100.05, 12);
  expect(trade!.notional).toBeCloseTo(5000, 9);
  expect(trade!.quantity).toBeCloseTo(49.975012, 6);
  expect(trade!.exitPrice).toBeCloseTo(103.0515, 10);
  expect(trade!.fees).toBeCloseTo(2.25 + 2.3175, 9);
  expect(trade!.pnl).toBeCloseTo(145.4325, 9);
  expect(runExample({ bars, exits, leverage: 1 })[0]!.notional).toBeCloseTo(1000, 9);
});

test("simulate: EXECUTION 8.2, stop and target in the entry bar", () => {
  const [trade] = runExample({
    bars: [[100, 104, 98, 103]],
    exits: { stop: percent(0.02), takeProfit: percent(0.03) },
  });
  expect(trade!.reason).toBe("stop");
  expect(trade!.exitPrice).toBeCloseTo(98.049 * 0.9995, 10);
  expect(trade!.pnl).toBeCloseTo(-106.9039, 4);
});

test("simulate: EXECUTION 8.3, a gap through the stop", () => {
  const [trade] = runExample({
    bars: [
      [100, 101, 99, 100],
      [95, 96, 94, 96],
    ],
    exits: { stop: percent(0.02), takeProfit: percent(0.03) },
  });
  expect(trade!.exitPrice).toBeCloseTo(94.9525, 10);
  expect(trade!.pnl).toBeCloseTo(-259.133, 4);
});

test("simulate: EXECUTION 8.4, a trailing stop", () => {
  const [trade] = runExample({
    bars: [
      [100, 102, 98.8, 101.5],
      [101.5, 103, 100.6, 102.8],
      [102.8, 103.5, 101.2, 101.4],
    ],
    exits: { stop: { kind: "trailing", value: 0.015, activateAt: 0.01 } },
  });
  expect(trade!.exitTime).toBe(START + 3 * TF);
  expect(trade!.reason).toBe("stop");
  expect(trade!.notional).toBeCloseTo(5000, 9);
  expect(trade!.exitPrice).toBeCloseTo(101.404273, 6);
  expect(trade!.pnl).toBeCloseTo(63.1493, 4);
});

test("simulate: EXECUTION 8.5, break-even of a short nets nothing", () => {
  const [trade] = runExample({
    bars: [
      [100, 100.5, 98.9, 99],
      [99, 100.1, 98.8, 99.9],
    ],
    exits: { stop: percent(0.02), maxBars: 50, breakEven: { activateAt: 0.01 } },
    direction: "short",
  });
  expect(trade!.reason).toBe("stop");
  expect(trade!.entryPrice).toBeCloseTo(99.95, 12);
  expect(trade!.exitPrice).toBeCloseTo(99.860085, 6);
  expect(trade!.pnl).toBeCloseTo(0, 9);
});

test("simulate: EXECUTION 8.6, funding and maxBars", () => {
  const entry = Date.UTC(2026, 0, 5, 10, 30);
  const [trade] = runExample({
    bars: Array.from({ length: 8 }, (): Ohlc => [100, 100.4, 99.7, 100.2]),
    exits: { stop: percent(0.02), maxBars: 6 },
    funding: [
      [Date.UTC(2026, 0, 5, 11), 0.0001],
      [Date.UTC(2026, 0, 5, 12), -0.00004],
    ],
  });
  expect(trade!.entryTime).toBe(entry);
  expect(trade!.exitTime).toBe(Date.UTC(2026, 0, 5, 12));
  expect(trade!.reason).toBe("maxBars");
  expect(trade!.funding).toBeCloseTo(-0.30045, 5);
  expect(trade!.exitPrice).toBeCloseTo(99.95, 10);
  expect(trade!.pnl).toBeCloseTo(-9.795702, 6);
});

test("simulate: EXECUTION 8.7, a liquidation", () => {
  const [trade] = runExample({
    bars: [
      [100, 100.4, 99, 99.5],
      [99.5, 99.6, 94.5, 96],
    ],
    exits: { stop: percent(0.08), maxBars: 50 },
    leverage: 10,
  });
  expect(trade!.reason).toBe("liquidation");
  expect(trade!.notional).toBeCloseTo(2500, 9);
  expect(trade!.exitPrice).toBeCloseTo(90.045, 10);
  expect(trade!.fees).toBeCloseTo(1.125, 9);
  expect(trade!.pnl).toBeCloseTo(-251.125, 9);
});

test("simulate: EXECUTION 8.8, a turn", () => {
  const bars = Array.from({ length: 5 }, (): Ohlc => [100, 100.2, 99.8, 100]);
  const coin: TestCoin = {
    coin: "AAA",
    bars,
    times: bars.map((_, i) => START + i * TF),
    funding: null,
    maxLeverage: 10,
    masks: { enterLong: [0], enterShort: [1, 2], exitLong: [2], exitShort: [] },
  };
  const exits = { stop: percent(0.02) };
  const rules: TradingRules = { direction: "both", exits, leverage: 5, warmup: 0, timeframeMs: TF };
  const { trades, metrics } = runMarket([coin], rules, DEFAULT_ACCOUNT);
  expect(trades.map(({ direction, reason, entryTime, exitTime }) => [direction, reason, entryTime, exitTime])).toEqual([
    ["long", "signal", START + TF, START + 3 * TF],
    ["short", "end", START + 3 * TF, START + 4 * TF],
  ]);
  expect(trades[0]!.exitPrice).toBeCloseTo(99.95, 10);
  expect(trades[0]!.pnl).toBeCloseTo(-9.495252, 6);
  expect(trades[1]!.entryPrice).toBeCloseTo(99.95, 10);
  expect(trades[1]!.notional).toBeCloseTo(4995.252374, 6);
  expect(trades[1]!.exitPrice).toBeCloseTo(100.05, 10);
  expect(metrics.finalEquity).toBeCloseTo(10_000 + trades[0]!.pnl + trades[1]!.pnl, 9);
});
