import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import { DEFAULT_ACCOUNT, DEFAULT_MAX_LEVERAGE } from "../../../core/kernel/rules.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { createBacktestPool, errorOf } from "../../../stages/backtest/child-pool.ts";
import type { FileSweep } from "../../../stages/backtest/file/job.ts";
import { writeCsv } from "../../support/candle-files.ts";
import { REAL_DATA } from "../../support/real-market.ts";
import { runCli } from "../../support/run-cli.ts";

/** Processes on some 64,000 candles, on machines that may be busy. */
const PATIENCE_MS = 60_000;

type Case = {
  strategy: string;
  options: [name: "--max-positions" | "--max-leverage", value: string] | [];
  trades: {
    count: number;
    reasons: Record<string, number>;
    sums: Record<string, number>;
    first: Partial<Trade>[];
    last: Partial<Trade>[];
  };
  metrics: Metrics;
};
type Golden = { candles: { coin: string; from: string; to: string; bars: number }[]; cases: Case[] };

const golden = join(PROJECT_ROOT, "tests", "golden");
/** Its first line says where the numbers come from. */
const { candles, cases }: Golden = JSON.parse(readFileSync(join(golden, "real-candles.json"), "utf8"));

const folder = mkdtempSync(join(tmpdir(), "sixbtc-real-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The part of a coin's real candles that the results are of; the path of its file comes back. */
function cut({ coin, from, to, bars }: Golden["candles"][number]): string {
  const name = `${coin}-15m.csv`;
  if (existsSync(join(folder, name))) return join(folder, name);
  const [header = "", ...rows] = gunzipSync(readFileSync(join(REAL_DATA ?? "", `${name}.gz`)))
    .toString()
    .trimEnd()
    .split("\n");
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const isWithin = (row: string) => Number.parseInt(row, 10) >= first && Number.parseInt(row, 10) < last;
  const within = rows.filter(isWithin);
  expect(within.length, `${coin}: not the candles that the results are of`).toBe(bars);
  return writeCsv(folder, name, [header, ...within]);
}

const fundingOf = () => join(REAL_DATA ?? "", "binance-perp");
const fileOf = ({ strategy }: Case) => join(golden, "strategies", "real", `${strategy}.ts`);

/** `scale` is the size of what was added up, whose rounding is left in a small result. */
function expectClose(actual: unknown, expected: unknown, scale: number, what: string): void {
  if (typeof actual !== "number" || typeof expected !== "number") {
    expect(actual, what).toBe(expected);
    return;
  }
  const tolerance = 1e-9 * Math.max(Math.abs(expected), scale);
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

function expectMetrics(actual: Metrics, expected: Metrics, what: string): void {
  expect(Object.keys(actual).toSorted(), what).toEqual(Object.keys(expected).toSorted());
  for (const [name, value] of Object.entries(expected)) {
    expectClose(actual[name as keyof Metrics], value, 1e-3, `${what} ${name}`);
  }
}

function expectTrades(trades: readonly Trade[], expected: Case["trades"]): void {
  expect(trades).toHaveLength(expected.count);
  const reasons: Record<string, number> = {};
  for (const { direction, reason } of trades) {
    const key = `${direction} ${reason}`;
    reasons[key] = (reasons[key] ?? 0) + 1;
  }
  expect(reasons).toEqual(expected.reasons);
  for (const [i, trade] of [...expected.first, ...expected.last].entries()) {
    const actual = [...trades.slice(0, 3), ...trades.slice(-3)][i]!;
    for (const [name, value] of Object.entries(trade)) {
      const scale = name === "pnl" || name === "funding" ? actual.notional : 0;
      expectClose(actual[name as keyof Trade], value, scale, `trade ${i} ${name}`);
    }
  }
  const notional = trades.reduce((sum, trade) => sum + trade.notional, 0);
  for (const [name, value] of Object.entries(expected.sums)) {
    const sum = trades.reduce((total, trade) => total + Number(trade[name as keyof Trade]), 0);
    expectClose(sum, value, name === "pnl" || name === "funding" ? notional : 0, `sum of ${name}`);
  }
}

/** The strategy's text with other exits and leverage. */
function textWith(item: Case, { exits, leverage }: FileSweep["best"][number]["parameters"]): string {
  const text = readFileSync(fileOf(item), "utf8");
  const changed = text.replace(/ {2}exits: \{[\s\S]*?\n {2}\},\n/, `  exits: ${JSON.stringify(exits)},\n`);
  return changed.replace(/leverage: \d+/, `leverage: ${leverage}`);
}

/** Each of the best as a run of its own. */
async function expectBest(item: Case, best: FileSweep["best"]): Promise<void> {
  const [option, value] = item.options;
  const pool = createBacktestPool({ size: 2, jobsPerChild: 100, memoryMb: 2048 });
  const job = {
    ...({ kind: "file", begunMs: performance.timeOrigin, sweep: false, trades: false } as const),
    ...{ candles: candles.map(cut), funding: [fundingOf()] },
    account: { ...DEFAULT_ACCOUNT, ...(option === "--max-positions" && { maxPositions: Number(value) }) },
    maxLeverage: option === "--max-leverage" ? Number(value) : DEFAULT_MAX_LEVERAGE,
  };
  try {
    const runs = best.map(async ({ parameters, metrics }) => {
      const what = JSON.stringify(parameters);
      const options = { timeoutMs: PATIENCE_MS, signal: new AbortController().signal };
      const outcome = await pool.run({ ...job, file: what, text: textWith(item, parameters) }, options);
      if (outcome.kind !== "done") throw new Error(`${what}: ${JSON.stringify(outcome)}`);
      if (outcome.result.kind !== "file") throw errorOf(outcome.result);
      expectMetrics(metrics, outcome.result.run.metrics, what);
    });
    await Promise.all(runs);
  } finally {
    await pool.close();
  }
}

test.skipIf(REAL_DATA === undefined).each(cases)(
  "backtest --file: $strategy on real candles is that of an independent implementation, its sweep that of single runs",
  async (item) => {
    const files = candles.flatMap((part) => ["--candles", cut(part)]);
    const args = ["--json", "--trades", "--sweep", "--file", fileOf(item), ...files, "--funding", fundingOf()];
    const { code, stdout, stderr } = await runCli(["backtest", ...args, ...item.options]);
    expect(code, stderr).toBe(0);
    const { trades, metrics, best } = JSON.parse(stdout);
    expectTrades(trades, item.trades);
    expectMetrics(metrics, item.metrics, item.strategy);
    await expectBest(item, best);
  },
  PATIENCE_MS,
);
