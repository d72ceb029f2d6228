import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { writeCsv, writeFunding } from "../../support/candle-files.ts";
import { writeStrategy } from "../../support/mask-strategy.ts";
import { runCli } from "../../support/run-cli.ts";

/** Each starts a process, on machines that may be busy. */
const PATIENCE_MS = 30_000;

type Value = string | number;
type Case = {
  name: string;
  timeframeMs: number;
  strategy: string;
  options: { capital: number; risk: number; maxPositions: number; fee: number; slippage: number };
  maxLeverage: Record<string, number>;
  candles: { coin: string; timeframe: string; firstMs: number; rows: [bars: number, ...ohlc: number[]][] }[];
  funding: { coin: string; rows: [ms: number, rate: number][] }[];
  trades: Value[][];
  metrics: Metrics;
};

/** Its first line says where the numbers come from. */
const [about, ...cases] = readFileSync(join(PROJECT_ROOT, "tests", "golden", "execution.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const FIELDS: (keyof Trade)[] = about.tradeFields;

const root = mkdtempSync(join(tmpdir(), "sixbtc-golden-"));
afterAll(() => rmSync(root, { recursive: true }));

function commandOf({ name, timeframeMs, strategy, options, maxLeverage, candles, funding }: Case): string[] {
  const folder = join(root, name);
  mkdirSync(folder);
  const files = candles.map(({ coin, timeframe, firstMs, rows }) =>
    writeCsv(folder, `${coin}-${timeframe}.csv`, [
      "timestamp,open,high,low,close,volume",
      ...rows.map(([bars, ...ohlc]) => [firstMs + bars * timeframeMs, ...ohlc, 1].join(",")),
    ]),
  );
  const rates = funding.map(({ coin, rows }) => writeFunding(folder, `${coin}-funding.csv`, rows));
  const { capital, risk, maxPositions, fee, slippage } = options;
  const limits = Object.entries(maxLeverage).map((limit) => limit.join("="));
  return [
    ...["backtest", "--json", "--trades", "--file", writeStrategy(folder, strategy)],
    ...files.flatMap((file) => ["--candles", file]),
    ...rates.flatMap((file) => ["--funding", file]),
    ...["--capital", `${capital}`, "--risk", `${risk}`, "--max-positions", `${maxPositions}`],
    ...["--fee", `${fee}`, "--slippage", `${slippage}`, "--max-leverage", limits.join(",")],
  ];
}

/** `scale` is the size of what was added up, whose rounding is left in a small result. */
function expectClose(actual: Value | null, expected: Value | null, scale: number, what: string): void {
  if (typeof actual !== "number" || typeof expected !== "number") {
    expect(actual, what).toBe(expected);
    return;
  }
  const tolerance = 1e-9 * Math.max(Math.abs(expected), scale);
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

test.each(cases as Case[])(
  "backtest --file: $name of an independent implementation, trade by trade",
  async (item) => {
    const { code, stdout, stderr } = await runCli(commandOf(item));
    expect(code, stderr).toBe(0);
    const { trades, metrics }: { trades: Trade[]; metrics: Metrics } = JSON.parse(stdout);
    expect(trades).toHaveLength(item.trades.length);
    for (const [i, expected] of item.trades.entries()) {
      const notional = trades[i]!.notional;
      for (const [k, field] of FIELDS.entries()) {
        const scale = field === "pnl" || field === "funding" ? notional : 0;
        expectClose(trades[i]![field], expected[k]!, scale, `trade ${i} ${field}`);
      }
    }
    expect(Object.keys(metrics).sort()).toEqual(Object.keys(item.metrics).sort());
    for (const [name, expected] of Object.entries(item.metrics)) {
      expectClose(metrics[name as keyof Metrics], expected, 1e-3, name);
    }
  },
  PATIENCE_MS,
);
