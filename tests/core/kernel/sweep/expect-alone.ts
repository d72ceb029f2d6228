import { expect } from "bun:test";
import { type Metrics, metrics } from "../../../../core/kernel/metrics.ts";
import { type Prepared, prepareSignals } from "../../../../core/kernel/prepare-signals.ts";
import type { Account } from "../../../../core/kernel/rules.ts";
import { type Simulation, simulate } from "../../../../core/kernel/simulate.ts";
import { sweep, sweepSharpes } from "../../../../core/kernel/sweep/sweep.ts";
import { type SweepGrid, type SweepRanges, sweepGrid } from "../../../../core/kernel/sweep/sweep-grid.ts";
import type { Scenario } from "../random-scenario.ts";
import { marketOf, masksOf } from "../run-market.ts";

/** A scenario's signals, and the combinations around its own. */
export function prepareScenario({ coins, rules }: Scenario, ranges: SweepRanges) {
  const prepared = prepareSignals(marketOf(coins, rules.timeframeMs), coins.map(masksOf), rules);
  const maxLeverages = coins.map(({ maxLeverage }) => maxLeverage);
  return { prepared, grid: sweepGrid(rules, ranges, maxLeverages) };
}

/** Equal but for the order of sums: 1e-9 of the number, or of what went into it. */
function expectSame(actual: Metrics, expected: Metrics, what: string, isExact: boolean): void {
  for (const [name, value] of Object.entries(expected) as [keyof Metrics, number | null][]) {
    // Whether a mark is a new peak or just below it may hang on the last digit.
    if (!isExact && name === "timeUnderWaterDays") continue;
    const other = actual[name];
    if (value === other) continue;
    const isClose = value !== null && other !== null && Math.abs(other - value) <= 1e-9 * Math.max(1, Math.abs(value));
    if (!isClose) throw new Error(`${what}: ${name} is ${other} instead of ${value}`);
  }
}

/** Sweeps, and expects of each combination the metrics of a run of its own; these runs come back. */
export function expectAlone(prepared: Prepared, grid: SweepGrid, account: Account, what: string): Simulation[] {
  const { coins, timeframeMs } = prepared.market;
  const hasFunding = coins.some(({ funding }) => funding !== null);
  const results = sweep(prepared, grid, account);
  const sharpes = sweepSharpes(prepared, grid, account);
  expect(results.map(({ combo }) => combo)).toEqual([...grid.combos]);
  return results.map(({ combo, metrics: swept }, i) => {
    const run = simulate(prepared, combo, account);
    const alone = metrics(run, account.capital, timeframeMs);
    expectSame(swept, alone, `${what}, ${JSON.stringify(combo)}`, !hasFunding);
    expect(sharpes[i]).toBe(swept.sharpe);
    // Without funding, which is summed up in another way, marks are the same to the last digit.
    if (!hasFunding) expect([swept.sharpe, swept.maxDrawdown]).toEqual([alone.sharpe, alone.maxDrawdown]);
    return run;
  });
}
