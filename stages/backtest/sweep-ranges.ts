import type { Config } from "../../core/config/schema.ts";
import type { SweepRanges } from "../../core/kernel/sweep/sweep-grid.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

type SweepSettings = Config["backtest"]["sweep"];

/**
 * The sweep of the configuration that comes with the project, for runs that read none: reading it takes longer than
 * such a run. A test holds the two equal.
 */
export const SHIPPED_SWEEP: SweepSettings = {
  stopFactors: {
    "15m": [0.5, 0.75, 1, 1.5, 2],
    "30m": [0.5, 0.75, 1, 1.5, 2],
    "1h": [0.6, 0.8, 1, 1.4, 1.8],
    "2h": [0.7, 0.85, 1, 1.3, 1.6],
  },
  targetFactors: {
    "15m": [0.5, 0.75, 1, 1.5, 2, 3],
    "30m": [0.5, 0.75, 1, 1.5, 2, 3],
    "1h": [0.6, 0.8, 1, 1.4, 1.8, 2.5],
    "2h": [0.7, 0.85, 1, 1.3, 1.6, 2],
  },
  maxBarsFactors: {
    "15m": [0.5, 0.75, 1, 1.5, 2],
    "30m": [0.5, 0.75, 1, 1.5, 2],
    "1h": [0.6, 0.8, 1, 1.4, 1.8],
    "2h": [0.7, 0.85, 1, 1.3, 1.6],
  },
  leverages: [1, 2, 3, 5, 7, 10],
};

export function rangesFor(sweep: SweepSettings, timeframe: Timeframe): SweepRanges {
  return {
    stopFactors: ofTimeframe(sweep.stopFactors, timeframe),
    targetFactors: ofTimeframe(sweep.targetFactors, timeframe),
    maxBarsFactors: ofTimeframe(sweep.maxBarsFactors, timeframe),
    leverages: sweep.leverages,
  };
}

type Listed = "15m" | "30m" | "1h" | "2h";

/** Timeframes that are not listed count as the nearest that is: the shorter ones as 15m, the longer ones as 2h. */
export function ofTimeframe<Value>(values: Readonly<Record<Listed, Value>>, timeframe: Timeframe): Value {
  const ms = timeframeMs(timeframe);
  if (ms <= timeframeMs("15m")) return values["15m"];
  if (ms <= timeframeMs("30m")) return values["30m"];
  return ms <= timeframeMs("1h") ? values["1h"] : values["2h"];
}
