import { expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { writeCandleFiles } from "../../support/write-candles.ts";

function bench(args: readonly string[], env: Record<string, string | undefined> = {}) {
  const command = [process.execPath, "--no-env-file", join(import.meta.dir, "main.ts"), ...args];
  const { stdout, stderr, exitCode } = Bun.spawnSync(command, { cwd: PROJECT_ROOT, env: { ...process.env, ...env } });
  return { out: stdout.toString(), err: stderr.toString(), exitCode };
}

test("bench:null --quick: two null markets and planted edges, one line of JSON, and nothing left behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sixbtc-bench-test-"));
  try {
    await writeCandleFiles(folder, { coins: ["BTC", "ETH", "SOL"], timeframe: "1h", days: 150 });
    const candles = ["--candles", folder, "--timeframe", "1h"];
    const { out, err, exitCode } = bench([...candles, "--quick", "--json"], { TMPDIR: folder });
    expect({ err, exitCode }).toMatchObject({ exitCode: 0 });
    expect(out.trim().split("\n").length).toBe(1);
    const report = JSON.parse(out);

    expect(report).toMatchObject({ candidates: 20, timeframes: ["1h", "2h"], data: { coins: 3, coinsToTheEnd: 3 } });
    expect(report.marketsWithAny).toMatchObject({ of: 2 });
    const [validate, signals, inSample] = report.gates;
    expect([validate.gate, signals.gate, inSample.gate]).toEqual(["validate", "signals", "in-sample"]);
    expect(validate.reached + report.repeated).toBe(20);
    expect(signals.reached).toBe(validate.passed);
    expect(inSample.reached).toBe(signals.passed);
    for (const { luck, benchmark, passingSharpe, bestSharpe } of report.markets) {
      expect(luck.looks).toBeGreaterThan(5);
      expect(bestSharpe).toBeGreaterThan(luck.sharpeMean);
      expect(benchmark).toBeGreaterThan(0);
      expect(passingSharpe).toBeGreaterThan(benchmark);
    }
    expect(report.planted.length + report.unreached.length).toBe(4);
    const [looks] = report.markets.map((market: { luck: { looks: number } }) => market.luck.looks);
    for (const { trials, deflated, sharpe, failed } of report.planted) {
      expect(trials).toBe(looks + 1);
      expect(deflated).toBeGreaterThanOrEqual(0);
      expect(sharpe).toBeGreaterThan(0);
      expect(failed).toBeArray();
    }
    expect(readdirSync(folder).filter((name) => name.startsWith("sixbtc-"))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

test("bench:null: says what is missing without a folder of candles", () => {
  const { err, exitCode } = bench([], { SIXBTC_TEST_DATA: undefined });
  expect(exitCode).toBe(2);
  expect(err).toContain("There is no folder of candles");
  expect(bench(["--candles", import.meta.dir]).err).toContain("There are no 15m candle files");
});
