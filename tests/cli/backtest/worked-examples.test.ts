import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Trade } from "../../../core/kernel/position.ts";
import { type Ohlc, writeCandles, writeFunding } from "../../support/candle-files.ts";
import { maskStrategy, writeStrategy } from "../../support/mask-strategy.ts";
import { runCli } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-worked-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TF = 900_000;
/** Entries of EXECUTION.md 8.6 are at 10:30, a bar after the signal. */
const START = Date.UTC(2026, 0, 5, 10, 15);
const SIGNAL: Ohlc = [100, 100, 100, 100];

type Example = Omit<Parameters<typeof maskStrategy>[0], "masks"> & {
  bars: Ohlc[];
  side?: "enterLong" | "enterShort";
  masks?: Parameters<typeof maskStrategy>[0]["masks"];
  funding?: [ms: number, rate: number][];
};

let made = 0;

/** The signal stands on bar 0, before those that EXECUTION.md shows, unless masks say otherwise. */
async function runExample({ bars, side = "enterLong", masks, funding, ...rest }: Example): Promise<Trade[]> {
  const coin = `AAA${made++}`;
  const shown = masks ? bars : [SIGNAL, ...bars];
  const file = writeStrategy(folder, maskStrategy({ ...rest, masks: masks ?? { [side]: [0] } }));
  const candles = writeCandles(folder, `${coin}-15m.csv`, START, TF, shown);
  const args = ["backtest", "--file", file, "--candles", candles, "--trades", "--json"];
  if (funding) args.push("--funding", writeFunding(folder, `${coin}-funding.csv`, funding));
  const { code, stdout, stderr } = await runCli(args);
  expect(code, stderr).toBe(0);
  const answer = JSON.parse(stdout);
  const total = answer.trades.reduce((sum: number, { pnl }: Trade) => sum + pnl, 0);
  expect(answer.metrics.finalEquity - 10_000).toBeCloseTo(total, 8);
  expect(answer.metrics.trades).toBe(answer.trades.length);
  return answer.trades;
}

const percent = (value: number) => ({ kind: "percent", value }) as const;
const STOP_AND_TARGET = { stop: percent(0.02), takeProfit: percent(0.03) };

test("backtest --file: EXECUTION 8.1, a target", async () => {
  const bars: Ohlc[] = [
    [100, 101, 99, 100.5],
    [100.5, 104, 100, 103],
  ];
  const [[trade, ...others], [unlevered]] = await Promise.all([
    runExample({ bars, exits: STOP_AND_TARGET }),
    runExample({ bars, exits: STOP_AND_TARGET, leverage: 1 }),
  ]);
  expect(others).toEqual([]);
  expect(trade).toMatchObject({ direction: "long", reason: "target", entryTime: START + TF, exitTime: START + 2 * TF });
  expect(trade!.entryPrice).toBeCloseTo(100.05, 10);
  expect(trade!.notional).toBeCloseTo(5000, 8);
  expect(trade!.quantity).toBeCloseTo(49.975012, 6);
  expect(trade!.exitPrice).toBeCloseTo(103.0515, 10);
  expect(trade!.fees).toBeCloseTo(2.25 + 2.3175, 8);
  expect(trade!.pnl).toBeCloseTo(145.4325, 8);
  expect(unlevered!.notional).toBeCloseTo(1000, 8);
});

test("backtest --file: EXECUTION 8.2, stop and target in the entry bar", async () => {
  const [trade] = await runExample({ bars: [[100, 104, 98, 103]], exits: STOP_AND_TARGET });
  expect(trade!.reason).toBe("stop");
  expect(trade!.exitPrice).toBeCloseTo(98.049 * 0.9995, 9);
  expect(trade!.pnl).toBeCloseTo(-106.9039, 4);
});

test("backtest --file: EXECUTION 8.3, a gap through the stop", async () => {
  const bars: Ohlc[] = [
    [100, 101, 99, 100],
    [95, 96, 94, 96],
  ];
  const [trade] = await runExample({ bars, exits: STOP_AND_TARGET });
  expect(trade!.exitPrice).toBeCloseTo(94.9525, 10);
  expect(trade!.pnl).toBeCloseTo(-259.133, 4);
});

test("backtest --file: EXECUTION 8.4, a trailing stop", async () => {
  const bars: Ohlc[] = [
    [100, 102, 98.8, 101.5],
    [101.5, 103, 100.6, 102.8],
    [102.8, 103.5, 101.2, 101.4],
  ];
  const exits = { stop: { kind: "trailing", value: 0.015, activateAt: 0.01 } as const, maxBars: 50 };
  const [trade] = await runExample({ bars, exits });
  expect(trade).toMatchObject({ reason: "stop", exitTime: START + 3 * TF });
  expect(trade!.notional).toBeCloseTo(5000, 8);
  expect(trade!.exitPrice).toBeCloseTo(101.404273, 6);
  expect(trade!.pnl).toBeCloseTo(63.1493, 4);
});

test("backtest --file: EXECUTION 8.5, break-even of a short nets nothing", async () => {
  const bars: Ohlc[] = [
    [100, 100.5, 98.9, 99],
    [99, 100.1, 98.8, 99.9],
  ];
  const exits = { stop: percent(0.02), maxBars: 50, breakEven: { activateAt: 0.01 } };
  const [trade] = await runExample({ bars, exits, side: "enterShort" });
  expect(trade).toMatchObject({ direction: "short", reason: "stop" });
  expect(trade!.exitPrice).toBeCloseTo(99.860085, 6);
  expect(trade!.pnl).toBeCloseTo(0, 9);
});

test("backtest --file: EXECUTION 8.6, funding and maxBars", async () => {
  const [trade] = await runExample({
    bars: Array.from({ length: 8 }, (): Ohlc => [100, 100.4, 99.7, 100.2]),
    exits: { stop: percent(0.02), maxBars: 6 },
    funding: [
      [Date.UTC(2026, 0, 5, 11), 0.0001],
      [Date.UTC(2026, 0, 5, 12), -0.00004],
    ],
  });
  expect(trade).toMatchObject({ reason: "maxBars", exitTime: Date.UTC(2026, 0, 5, 12) });
  expect(trade!.funding).toBeCloseTo(-0.30045, 5);
  expect(trade!.exitPrice).toBeCloseTo(99.95, 10);
  expect(trade!.pnl).toBeCloseTo(-9.795702, 6);
});

test("backtest --file: EXECUTION 8.7, a liquidation", async () => {
  const bars: Ohlc[] = [
    [100, 100.4, 99, 99.5],
    [99.5, 99.6, 94.5, 96],
  ];
  const [trade] = await runExample({ bars, exits: { stop: percent(0.08), maxBars: 50 }, leverage: 10 });
  expect(trade!.reason).toBe("liquidation");
  expect(trade!.notional).toBeCloseTo(2500, 8);
  expect(trade!.exitPrice).toBeCloseTo(90.045, 10);
  expect(trade!.fees).toBeCloseTo(1.125, 9);
  expect(trade!.pnl).toBeCloseTo(-251.125, 8);
});

test("backtest --file: EXECUTION 8.8, a turn", async () => {
  const bars = Array.from({ length: 5 }, (): Ohlc => [100, 100.2, 99.8, 100]);
  const masks = { enterLong: [0], enterShort: [1, 2], exitLong: [2] };
  const trades = await runExample({ bars, masks, exits: { stop: percent(0.02) } });
  expect(trades.map(({ direction, reason, entryTime, exitTime }) => [direction, reason, entryTime, exitTime])).toEqual([
    ["long", "signal", START + TF, START + 3 * TF],
    ["short", "end", START + 3 * TF, START + 4 * TF],
  ]);
  expect(trades[0]!.pnl).toBeCloseTo(-9.495252, 6);
  expect(trades[1]!.notional).toBeCloseTo(4995.252374, 6);
  expect(trades[1]!.exitPrice).toBeCloseTo(100.05, 10);
});
