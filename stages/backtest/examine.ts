import { messageOf, SixbtcError } from "../../core/errors.ts";
import type { Masks } from "../../core/kernel/candles.ts";
import type { Market } from "../../core/kernel/market.ts";
import { type CompiledStrategy, compileStrategy } from "../../core/strategy/evaluate.ts";
import { recycled } from "../../core/strategy/ta/column-memory.ts";
import type { Toolbox } from "../../core/strategy/ta/toolbox.ts";
import { type Candidate, createCandidate, type Look, type SweptLook } from "./candidate.ts";
import type { DataSet } from "./data-set.ts";
import { degradationOf } from "./gates/out-of-sample.ts";
import { type ScoreParts, scoreParts } from "./gates/score.ts";
import { gates } from "./gates.ts";
import type { LoadedData } from "./load-data-set.ts";
import type { GateSettings } from "./settings.ts";

/** A strategy to be sent through the gates on a data set. */
export type GatesJob = {
  kind: "gates";
  text: string;
  data: DataSet;
  settings: GateSettings;
  /** Bound of the indicator columns that a child keeps between strategies. */
  memoMb: number;
};

export type Examination = {
  /** The gate that it failed, `signals` among them, and why; null: it passed all. */
  failed: { gate: string; reason: string } | null;
  /** The numbers of each gate that it met. */
  numbers: Record<string, Record<string, number>>;
  inSample: SweptLook | null;
  outOfSample: Look | null;
  /** Of a strategy that got as far as out of sample. */
  degradation: number | null;
  scoreParts: ScoreParts | null;
  /** What each window would have earned without a strategy: the mean over the coins. */
  buyAndHold: { inSample: number; outOfSample: number };
  snapshotHash: string;
};

type Surroundings = {
  data: LoadedData;
  toolbox: Toolbox;
  /** Called after each coin and each combination, when there may be much that nobody needs any more. */
  relieve(): void;
};

/** Sends a strategy through the gates until one fails. Executes its code, so it belongs in a child. */
export function examine(job: GatesJob, surroundings: Surroundings): Examination {
  return recycled(() => examined(job, surroundings));
}

function examined({ text, settings }: GatesJob, surroundings: Surroundings): Examination {
  const { data, relieve } = surroundings;
  const buyAndHold = { inSample: holdReturn(data.inSample), outOfSample: holdReturn(data.outOfSample) };
  const facts = { buyAndHold, snapshotHash: data.snapshotHash };
  const nothing = { numbers: {}, inSample: null, outOfSample: null, degradation: null, scoreParts: null };
  const signals = signalsOf(text, surroundings);
  if (signals.kind === "failed") return { ...facts, ...nothing, failed: { gate: "signals", reason: signals.reason } };

  const { definition } = signals.strategy;
  const rules = { ...definition, timeframeMs: data.market.timeframeMs };
  const candidate = createCandidate(data, signals.masks, rules, settings, relieve);
  const numbers: Examination["numbers"] = {};
  let failed: Examination["failed"] = null;
  for (const { name, judge } of gates) {
    const verdict = judge(candidate, settings);
    numbers[name] = verdict.numbers;
    if (verdict.reason === null) continue;
    failed = { gate: name, reason: verdict.reason };
    break;
  }
  return { ...facts, failed, numbers, ...compared(candidate, settings) };
}

function compared(candidate: Candidate, { score }: GateSettings) {
  const { inSample, outOfSample } = candidate.looks();
  if (inSample === null || outOfSample === null) return { inSample, outOfSample, degradation: null, scoreParts: null };
  return {
    inSample,
    outOfSample,
    degradation: degradationOf(inSample.metrics, outOfSample.metrics),
    scoreParts: scoreParts(inSample.metrics, outOfSample.metrics, score),
  };
}

type Signals = { kind: "signals"; strategy: CompiledStrategy; masks: Masks[] } | { kind: "failed"; reason: string };

function signalsOf(text: string, { data, toolbox, relieve }: Surroundings): Signals {
  let strategy: CompiledStrategy;
  try {
    strategy = compileStrategy(text, toolbox);
  } catch (error) {
    if (!(error instanceof SixbtcError) || error.code !== "strategy.refused") throw error;
    return { kind: "failed", reason: messageOf(error) };
  }
  const masks: Masks[] = [];
  for (const { candles } of data.market.coins) {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") return { kind: "failed", reason: outcome.message };
    masks.push(outcome.masks);
    relieve();
  }
  return { kind: "signals", strategy, masks };
}

/** Buying the same amount of every coin at its first open and holding it to its last close, without costs. */
function holdReturn({ coins }: Market): number {
  const traded = coins.filter(({ candles }) => candles.length > 0);
  const returns = traded.map(({ candles }) => (candles.close.at(-1) ?? NaN) / (candles.open[0] ?? NaN) - 1);
  return returns.length === 0 ? 0 : returns.reduce((sum, each) => sum + each, 0) / returns.length;
}
