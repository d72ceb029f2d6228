import type { TradingRules } from "../../../core/kernel/rules.ts";
import { prepareWindow } from "../../../core/kernel/window.ts";
import { recycled } from "../../../core/strategy/ta/column-memory.ts";
import type { DataSet } from "../data-set.ts";
import { type Surroundings, signalsOf } from "../examine.ts";
import { degradationOf, judgeOutOfSample } from "../gates/out-of-sample.ts";
import { type ScoreParts, scoreParts } from "../gates/score.ts";
import { type Look, lookAt, type Parameters } from "../looks/look.ts";
import type { GateSettings } from "../settings.ts";

/** A strategy to be tested again. */
export type RetestJob = {
  kind: "retest";
  text: string;
  /** Null: no sweep chose any, and its own hold. */
  parameters: Parameters | null;
  data: DataSet;
  settings: GateSettings;
  memoMb: number;
};

export type Retested = {
  /** What did not hold, `signals` or out of sample, and why; null: it holds. */
  failed: { gate: string; reason: string } | null;
  numbers: Record<string, Record<string, number>>;
  /** Null where there were no signals to be looked at. */
  inSample: Look | null;
  outOfSample: Look | null;
  degradation: number | null;
  scoreParts: ScoreParts | null;
  snapshotHash: string;
};

/**
 * Looks at both windows with the parameters that a strategy has. Nothing is chosen, so that the one question is whether
 * out of sample, which has moved on since, still holds. Executes its code, so it belongs in a child.
 */
export function examineAgain(job: RetestJob, surroundings: Surroundings): Retested {
  return recycled(() => examined(job, surroundings));
}

function examined({ text, parameters, settings }: RetestJob, surroundings: Surroundings): Retested {
  const { data } = surroundings;
  const { snapshotHash, market } = data;
  const signals = signalsOf(text, surroundings);
  if (signals.kind === "failed") {
    const nothing = { numbers: {}, inSample: null, outOfSample: null, degradation: null, scoreParts: null };
    return { ...nothing, snapshotHash, failed: { gate: "signals", reason: signals.reason } };
  }
  const { definition } = signals.strategy;
  const rules: TradingRules = { ...definition, timeframeMs: market.timeframeMs };
  const used = parameters ?? { exits: definition.exits, leverage: definition.leverage };
  const { account } = settings;
  const { look: inSample } = lookAt(prepareWindow(data.inSample, signals.masks, rules), used, account);
  const { look: outOfSample } = lookAt(prepareWindow(data.outOfSample, signals.masks, rules), used, account);
  const { reason, numbers } = judgeOutOfSample(inSample.metrics, outOfSample.metrics, settings.outOfSample);
  return {
    failed: reason === null ? null : { gate: "out-of-sample", reason },
    numbers: { "out-of-sample": numbers },
    ...{ inSample, outOfSample, snapshotHash },
    degradation: degradationOf(inSample.metrics, outOfSample.metrics),
    scoreParts: scoreParts(inSample.metrics, outOfSample.metrics, settings.score),
  };
}
