import type { Database } from "../../core/db/database.ts";
import { insertStrategies, type NewStrategy } from "../../core/db/insert-strategies.ts";
import { backtests } from "../../core/db/schema.ts";
import type { StrategyStatus } from "../../core/db/status.ts";
import { transition } from "../../core/db/transition.ts";
import type { Metrics } from "../../core/kernel/metrics.ts";
import { randomFrom } from "../../core/kernel/random.ts";
import { newStrategy } from "./strategies.ts";

const DAY_MS = 86_400_000;
const FROM_MS = Date.UTC(2025, 0, 1);

export const METRICS: Metrics = {
  ...{ sharpe: 2, sortino: 3, worstDay: -0.02, maxDrawdown: 0.1, timeUnderWaterDays: 20, trades: 90, winRate: 0.5 },
  ...{ expectancy: 0.004, profitFactor: 1.5, exposure: 0.3, turnover: 50 },
  ...{ finalEquity: 12_000, totalReturn: 0.2, cagr: 0.3 },
};

type Tested = Partial<NewStrategy> & {
  status?: StrategyStatus;
  score?: number;
  universe?: string[];
  /** Exits and leverage, as a sweep writes them. */
  parameters?: Record<string, unknown>;
  /** Daily returns in sample, then out of sample; the days follow one another. */
  returns?: [number[], number[]];
  outOfSample?: Partial<Metrics>;
};

/** A strategy as the backtest leaves it, with its two runs, moved on to `status` (TESTED). */
export async function insertTested(db: Database, tested: Tested = {}): Promise<{ id: number; name: string }> {
  const { status = "TESTED", score = 50, universe = ["BTC", "ETH"], outOfSample, ...rest } = tested;
  const { returns, parameters = {}, ...more } = rest;
  const row = newStrategy(more);
  const looks = returns ?? [noise(row.name, 60), noise(`${row.name}/out`, 30)];
  const actor = { stage: "backtest", process: "test" };
  const { inserted } = await insertStrategies(db, [row], actor);
  const strategy = inserted[0]!;
  const metrics = { inSample: METRICS, outOfSample: { ...METRICS, ...outOfSample }, degradation: 0 };
  let day = FROM_MS;
  for (const [i, kind] of ["in-sample", "out-of-sample"].entries()) {
    const returns = looks[i]!;
    const firstDayMs = day;
    day += returns.length * DAY_MS;
    await db.orm.insert(backtests).values({
      ...{ strategyId: strategy.id, strategyName: row.name, codeHash: row.codeHash, kind, coins: universe },
      ...{ fromAt: new Date(firstDayMs), toAt: new Date(day), parameters: {}, snapshotHash: "test", elapsedMs: 1 },
      metrics: i === 0 ? metrics.inSample : metrics.outOfSample,
      dailyReturns: { firstDayMs, returns },
    });
  }
  const patch = { score, universe, metrics, parameters };
  let from: StrategyStatus = "GENERATED";
  for (const to of ["TESTED", "SELECTED", "LIVE"] as const) {
    await transition(db, {
      ...{ id: strategy.id, from, to, actor, reason: "test" },
      ...(to === "TESTED" && { patch }),
    });
    if (to === status) return strategy;
    from = to;
  }
  throw new Error(`no way to ${status}`);
}

/** Daily returns that are correlated with those of no other seed. */
export function noise(seed: string, days: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: days }, () => random.normal() / 100);
}
