import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Exits } from "../../../core/kernel/rules.ts";
import { sweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import { settingsFor } from "../../../stages/backtest/settings.ts";
import { SHIPPED_SWEEP } from "../../../stages/backtest/sweep-ranges.ts";

const config = await loadConfig(SHIPPED_CONFIG);
const settings = settingsFor(config, "15m");

test("gate settings: the shipped thresholds are those of the design", () => {
  const timeframes = ["15m", "30m", "1h", "2h"] as const;
  const all = timeframes.map((timeframe) => settingsFor(config, timeframe));
  expect(all.map(({ inSample }) => inSample.minTrades)).toEqual([120, 80, 50, 30]);
  expect(all.map(({ outOfSample }) => outOfSample.minTrades)).toEqual([60, 40, 25, 15]);
  expect(settingsFor(config, "1m").inSample.minTrades).toBe(120);
  expect(settingsFor(config, "5m").inSample.minTrades).toBe(120);
  expect(settingsFor(config, "1d").outOfSample.minTrades).toBe(15);
  expect(settings.account).toEqual({
    ...{ capital: 10_000, risk: 0.02, maxPositions: 10, fee: 0.00045, slippage: 0.0005 },
    ...{ minNotional: 10, minStopFraction: 0.001 },
  });
});

test("gate settings: the sweep of a strategy with all kinds of exits has about 1,000 combinations", () => {
  const exits: Exits = {
    stop: { kind: "percent", value: 0.03 },
    takeProfit: { kind: "percent", value: 0.05 },
    maxBars: 40,
  };
  const rules = { direction: "long", exits, leverage: 4 } as const;
  for (const timeframe of ["15m", "30m", "1h", "2h"] as const) {
    const { combos, leftOut } = sweepGrid(rules, settingsFor(config, timeframe).sweep, [50]);
    expect(combos.length + leftOut).toBe(5 * 6 * 5 * 7);
    expect(leftOut).toBeLessThan(50);
  }
});

test("gate settings: what a run on files sweeps over is what the shipped configuration says", () => {
  expect(SHIPPED_SWEEP).toEqual(config.backtest.sweep);
});

test("gate settings: longer timeframes are swept over narrower ground", () => {
  const width = (factors: readonly number[]) => Math.max(...factors) / Math.min(...factors);
  const [short, , hour, long] = (["15m", "30m", "1h", "2h"] as const).map((one) => settingsFor(config, one).sweep);
  for (const axis of ["stopFactors", "targetFactors", "maxBarsFactors"] as const) {
    expect(width(hour![axis])).toBeLessThan(width(short![axis]));
    expect(width(long![axis])).toBeLessThan(width(hour![axis]));
  }
});
