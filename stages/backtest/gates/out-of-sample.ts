import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { GateSettings } from "../settings.ts";
import { atMost, runChecks, type Verdict, verdictOf } from "./verdict.ts";

/** Share of the Sharpe that was lost out of sample: 0.25 is 25 %, negative if it rose. NaN if there was none to lose. */
export function degradationOf(inSample: Metrics, outOfSample: Metrics): number {
  return inSample.sharpe > 0 ? 1 - outOfSample.sharpe / inSample.sharpe : Number.NaN;
}

/** Whether what was chosen in sample holds on bars that nothing was chosen by. */
export function judgeOutOfSample(
  inSample: Metrics,
  outOfSample: Metrics,
  limits: GateSettings["outOfSample"],
): Verdict {
  const { checks, numbers } = runChecks(outOfSample, limits);
  const degradation = degradationOf(inSample, outOfSample);
  return verdictOf([...checks, atMost("degradation", degradation, limits.maxDegradation)], { ...numbers, degradation });
}
