import { expect, test } from "bun:test";
import { alertsFrom } from "../../../stages/monitor/health.ts";

const MINUTE_MS = 60_000;
const nowMs = Date.UTC(2026, 0, 2);
const limits = { everySec: 30, staleBars: 3, alertDrawdown: 0.2, minFreeMb: 1024 };
const healthy = { nowMs, processes: [], live: [], candles: [], freeMb: 5000 };

function messages(facts: Partial<Parameters<typeof alertsFrom>[0]>): string[] {
  return alertsFrom({ ...healthy, ...facts }, limits).map(({ message }) => message);
}

test("health: a process that stopped beating without an end is named; one that ended or beats is not", () => {
  const beat = new Date(nowMs - 5 * MINUTE_MS);
  const process = { stage: "validate", host: "a", pid: 7, heartbeatAt: beat, endedAt: null, isRunning: false };
  expect(messages({ processes: [process] })).toEqual(["validate (process 7 on a) ended without a word"]);
  expect(messages({ processes: [{ ...process, endedAt: beat }] })).toEqual([]);
  expect(messages({ processes: [{ ...process, isRunning: true }] })).toEqual([]);
  expect(messages({ processes: [{ ...process, heartbeatAt: new Date(nowMs - 61 * MINUTE_MS) }] })).toEqual([]);
});

test("health: every coin is named whose candles are late, by exchange and timeframe, and no other", () => {
  const bars = { exchange: "binanceusdm", timeframe: "15m" as const };
  const candles = [
    { ...bars, coin: "BTC", endMs: nowMs },
    { ...bars, coin: "ETH", endMs: nowMs - 45 * MINUTE_MS },
    { ...bars, coin: "SOL", endMs: nowMs - 46 * MINUTE_MS },
    { ...bars, coin: "XRP", endMs: null },
    { ...bars, coin: "OP", endMs: nowMs - 60 * MINUTE_MS },
    { exchange: "hyperliquid", timeframe: "1h" as const, coin: "BTC", endMs: nowMs - 180 * MINUTE_MS },
    { exchange: null, timeframe: "4h" as const, coin: "BTC", endMs: null },
  ];
  expect(alertsFrom({ ...healthy, candles }, limits)).toEqual([
    {
      level: "error",
      message: `Live strategies wait for 15m candles of binanceusdm; the newest there end at: SOL (2026-01-01T23:14), XRP (none), OP (2026-01-01T23:00)`,
      since: nowMs - 60 * MINUTE_MS,
    },
    {
      level: "error",
      message: "Live strategies wait for 4h candles of any exchange; the newest there end at: BTC (none)",
      since: null,
    },
  ]);
});

test("health: a live strategy at the drawdown limit is an alert", () => {
  const strategy = { name: "Strategy_MOM_1", equityUsd: 80, peakEquityUsd: 100 };
  expect(messages({ live: [strategy] })).toEqual(["Strategy_MOM_1 is 20 % below its peak"]);
  expect(messages({ live: [{ ...strategy, equityUsd: 81 }] })).toEqual([]);
});

test("health: a disk that fills up is an alert", () => {
  expect(messages({ freeMb: 1023.9 })).toHaveLength(1);
  expect(messages({ freeMb: 1024 })).toEqual([]);
});
