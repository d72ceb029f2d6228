import { expect, test } from "bun:test";
import type { Trade } from "../../../../core/kernel/position.ts";
import { profitShares } from "../../../../stages/backtest/looks/profit-shares.ts";

const trades = (...pnls: [coin: string, pnl: number][]) => pnls.map(([coin, pnl]) => ({ coin, pnl }) as Trade);
const runOf = (made: Trade[], ...marks: number[]) => ({
  ...{ trades: made, marks: Float64Array.from(marks), gridTime: new Float64Array(marks.length), exposedBars: 0 },
});

test("profit shares: of the best bar, the first one's against the capital, and of the best coin", () => {
  const made = trades(["A", 30], ["B", 5], ["A", 10], ["C", -5], ["B", 0]);
  expect(profitShares(runOf(made, 105, 120, 110, 140), 100, 3)).toEqual({ losing: 1, bar: 0.75, coin: 1 });
  expect(profitShares(runOf(made, 130, 140), 100, 3).bar).toBe(0.75);
});

test("profit shares: of fewer than three coins one has always made half, and no profit has no shares", () => {
  const made = trades(["A", 20], ["B", 20]);
  expect(profitShares(runOf(made, 120, 140), 100, 2)).toEqual({ losing: 0, bar: 0.5, coin: null });
  expect(profitShares(runOf(trades(["A", -1]), 99), 100, 9)).toEqual({ losing: 1, bar: null, coin: null });
  expect(profitShares(runOf([]), 100, 9)).toEqual({ losing: 0, bar: null, coin: null });
});
