import type { Config } from "../../core/config/schema.ts";
import { type Account, DEFAULT_ACCOUNT } from "../../core/kernel/rules.ts";
import type { SweepRanges } from "../../core/kernel/sweep/sweep-grid.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { ofTimeframe, rangesFor } from "./sweep-ranges.ts";

/** What a run must reach. Fractions are 0..1, expectancy is of the notional. */
export type RunThresholds = {
  minTrades: number;
  minSharpe: number;
  minWinRate: number;
  minExpectancy: number;
  maxDrawdown: number;
  maxWinRateHalfWidth: number;
};

/** Weights add up to the highest score; the others say what value earns all of a part. */
export type ScoreSettings = Config["backtest"]["score"];

/** All that decides what becomes of a strategy on one timeframe; plain data, so that it crosses to a child. */
export type GateSettings = Pick<
  Config["backtest"],
  "randomEntry" | "permutation" | "walkForward" | "consistency" | "robustness" | "deflated" | "sanity"
> & {
  account: Account;
  sweep: SweepRanges;
  inSample: RunThresholds;
  outOfSample: RunThresholds & { maxDegradation: number };
  score: ScoreSettings;
};

export function settingsFor({ backtest }: Config, timeframe: Timeframe): GateSettings {
  const { account, sweep, inSample, outOfSample, score } = backtest;
  const { randomEntry, permutation, walkForward, consistency, robustness, deflated, sanity } = backtest;
  return {
    account: { ...DEFAULT_ACCOUNT, ...account },
    sweep: rangesFor(sweep, timeframe),
    inSample: { ...inSample, minTrades: ofTimeframe(inSample.minTrades, timeframe) },
    outOfSample: { ...outOfSample, minTrades: ofTimeframe(outOfSample.minTrades, timeframe) },
    score,
    ...{ randomEntry, permutation, walkForward, consistency, robustness, deflated, sanity },
  };
}
