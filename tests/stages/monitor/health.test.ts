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

test("health: late candles are an alert when a live strategy needs them and they are real", () => {
  const live = [{ name: "Strategy_MOM_1", timeframe: "15m", equityUsd: 1, peakEquityUsd: 1 }];
  const late = { exchange: "binanceusdm", timeframe: "15m" as const, synthetic: false, endMs: nowMs - 46 * MINUTE_MS };
  expect(messages({ live, candles: [late] })).toHaveLength(1);
  expect(messages({ live, candles: [{ ...late, endMs: nowMs - 45 * MINUTE_MS }] })).toEqual([]);
  expect(messages({ live, candles: [{ ...late, synthetic: true }] })).toEqual([]);
  expect(messages({ live: [], candles: [late] })).toEqual([]);
});

test("health: a live strategy at the drawdown limit is an alert", () => {
  const strategy = { name: "Strategy_MOM_1", timeframe: "15m", equityUsd: 80, peakEquityUsd: 100 };
  expect(messages({ live: [strategy] })).toEqual(["Strategy_MOM_1 is 20 % below its peak"]);
  expect(messages({ live: [{ ...strategy, equityUsd: 81 }] })).toEqual([]);
});

test("health: a disk that fills up is an alert", () => {
  expect(messages({ freeMb: 1023.9 })).toHaveLength(1);
  expect(messages({ freeMb: 1024 })).toEqual([]);
});
