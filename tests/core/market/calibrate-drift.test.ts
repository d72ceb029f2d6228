import { expect, test } from "bun:test";
import type { MarketCoin } from "../../../core/kernel/market.ts";
import { DEFAULT_ACCOUNT } from "../../../core/kernel/rules.ts";
import { calibrateDrift, tradePlanted } from "../../../core/market/calibrate-drift.ts";
import { nullMarket } from "../../../core/market/null-market.ts";
import type { Planting } from "../../../core/market/planted-market.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";

const synthetic = synthesizeMarket({ seed: 3, coins: ["BTC", "ETH", "SOL"], timeframe: "1h", startMs: 0, bars: 8000 });

function nullCoins(seed: number): MarketCoin[] {
  const candles = nullMarket(
    synthetic.map((coin) => coin.candles),
    seed,
  );
  return synthetic.map(({ coin }, i) => ({ coin, candles: candles[i]!, funding: null, maxLeverage: 10 }));
}

const BREAKOUT: Omit<Planting, "driftFrac"> = {
  ...{ rule: { kind: "breakout", lookback: 20 }, side: 1, bars: 6, isLevelled: true },
};

test("calibrateDrift: the drift that it finds gives the Sharpe that was asked for, long or short", () => {
  const coins = nullCoins(1);
  for (const [target, side] of [
    [1, 1],
    [4, 1],
    [2, -1],
  ] as const) {
    const { driftFrac, sharpe } = calibrateDrift([coins], { ...BREAKOUT, side }, target, "1h");
    expect(Math.abs(sharpe - target)).toBeLessThan(0.05);
    expect(tradePlanted(coins, { ...BREAKOUT, side, driftFrac }, "1h").sharpe).toBe(sharpe);
    expect(driftFrac).toBeGreaterThan(0);
  }
});

test("calibrateDrift: of several markets the mean, which costs move", () => {
  const markets = [1, 2, 3].map(nullCoins);
  const { driftFrac, sharpe } = calibrateDrift(markets, BREAKOUT, 2, "1h");
  const sharpes = markets.map((coins) => tradePlanted(coins, { ...BREAKOUT, driftFrac }, "1h").sharpe);
  expect(sharpes.reduce((sum, each) => sum + each, 0) / 3).toBeCloseTo(sharpe, 12);
  expect(sharpe).toBeCloseTo(2, 1);
  const free = calibrateDrift(markets, BREAKOUT, 2, "1h", { ...DEFAULT_ACCOUNT, fee: 0, slippage: 0 });
  // A round trip costs 2 x (0.045 + 0.05) %, which six bars have to bring in.
  expect(driftFrac - free.driftFrac).toBeGreaterThan(0.7 * (0.0019 / 6));
  expect(driftFrac - free.driftFrac).toBeLessThan(1.3 * (0.0019 / 6));
});

test("calibrateDrift: says so where no drift gives the Sharpe", () => {
  const coins = nullCoins(1);
  expect(() => calibrateDrift([coins], BREAKOUT, -50, "1h")).toThrow("without any drift");
  const never: typeof BREAKOUT = { ...BREAKOUT, rule: { kind: "oversold", length: 14, level: 0 } };
  expect(() => calibrateDrift([coins], never, 1, "1h")).toThrow("no drift gives a Sharpe of 1");
});
