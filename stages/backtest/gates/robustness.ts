import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { Complexity } from "../../../core/strategy/complexity.ts";
import type { GateSettings } from "../settings.ts";
import { above, atLeast, type Check, type Verdict, verdictOf } from "./verdict.ts";

type Changed = {
  inSample: Metrics;
  outOfSample: Metrics;
  complexity: Complexity;
  /** Mean Sharpe next to the chosen combination; null where there is none. */
  neighbourSharpe: number | null;
  /** In sample, with the costs and the delay of the settings. */
  withCosts: Metrics;
  late: Metrics;
};

/** Indicators, conditions and numbers that halve the simplicity; half of what the generator makes has fewer than 15. */
const HALF_SIMPLE = 30;

/** From 1, for a text without any, down to 0, falling with each. */
export function simplicityOf({ indicators, conditions, numbers }: Complexity): number {
  return HALF_SIMPLE / (HALF_SIMPLE + indicators + conditions + numbers);
}

/** Whether it stands on broad ground: time, number, form, parameters, costs and delay each changed a little. */
export function judgeRobustness(changed: Changed, settings: GateSettings["robustness"]): Verdict {
  const { inSample, outOfSample, neighbourSharpe, withCosts, late } = changed;
  const { outOfSample: ratio, trades: many, simplicity: simple } = settings;
  const outOfSampleRatio = clipped(outOfSample.sharpe / inSample.sharpe);
  const trades = inSample.trades + outOfSample.trades;
  const simplicity = simplicityOf(changed.complexity);
  const robustness =
    ratio.weight * outOfSampleRatio + many.weight * clipped(trades / many.full) + simple.weight * simplicity;
  const neighbours = neighbourSharpe === null ? null : neighbourSharpe / inSample.sharpe;
  const checks: Check[] = [
    atLeast("robustness", robustness, settings.min),
    // A combination without neighbours is on no peak.
    ...(neighbours === null ? [] : [atLeast("share of Sharpe beside it", neighbours, settings.minNeighbours)]),
    above("expectancy at higher costs", withCosts.expectancy, 0),
    above("Sharpe at higher costs", withCosts.sharpe, 0),
    above("expectancy of late signals", late.expectancy, 0),
  ];
  return verdictOf(checks, {
    ...{ robustness, outOfSampleRatio, trades, simplicity, ...changed.complexity },
    ...(neighbours !== null && { neighbours }),
    ...{ costExpectancy: withCosts.expectancy, costSharpe: withCosts.sharpe, lateExpectancy: late.expectancy },
  });
}

/** A Sharpe that was not there to be kept, NaN, is worth nothing. */
function clipped(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
}
