import { messageOf, SixbtcError } from "../../core/errors.ts";
import type { Masks } from "../../core/kernel/candles.ts";
import type { Market } from "../../core/kernel/market.ts";
import { type CompiledStrategy, compileStrategy } from "../../core/strategy/evaluate.ts";
import { recycled } from "../../core/strategy/ta/column-memory.ts";
import type { Toolbox } from "../../core/strategy/ta/toolbox.ts";
import { type Candidate, createCandidate } from "./candidate.ts";
import type { DataSet } from "./data-set.ts";
import { degradationOf } from "./gates/out-of-sample.ts";
import { type ScoreParts, scoreParts } from "./gates/score.ts";
import type { Check } from "./gates/verdict.ts";
import { gates } from "./gates.ts";
import type { LoadedData } from "./load-data-set.ts";
import type { Workshop } from "./looks/choose-exits.ts";
import type { Look } from "./looks/look.ts";
import type { SweptLook } from "./looks/swept-look.ts";
import type { WalkForward } from "./looks/walk-forward.ts";
import type { Luck } from "./luck.ts";
import type { GateSettings } from "./settings.ts";

/** A strategy to be sent through the gates on a data set. */
export type GatesJob = {
  kind: "gates";
  text: string;
  data: DataSet;
  settings: GateSettings;
  luck: Luck;
  /** Bound of the indicator columns that a child keeps between strategies. */
  memoMb: number;
};

export type Examination = {
  /** The gate that it failed, `signals` among them, and why; null: it passed all. */
  failed: { gate: string; reason: string } | null;
  /** The numbers of each gate that it met. */
  numbers: Record<string, Record<string, number>>;
  /** Each gate that it met, in order, and what it had to be there. */
  met: { gate: string; checks: readonly Check[] }[];
  /** The gates behind the one that it failed. */
  notMet: string[];
  inSample: SweptLook | null;
  outOfSample: Look | null;
  walkForward: WalkForward | null;
  /** Of a strategy that got as far as out of sample. */
  degradation: number | null;
  scoreParts: ScoreParts | null;
  /** What each window would have earned without a strategy: the mean over the coins. */
  buyAndHold: { inSample: number; outOfSample: number };
  snapshotHash: string;
};

export type Surroundings = Workshop & {
  data: LoadedData;
  toolbox: Toolbox;
};

/** Sends a strategy through the gates until one fails. Executes its code, so it belongs in a child. */
export function examine(job: GatesJob, surroundings: Surroundings): Examination {
  return recycled(() => examined(job, surroundings));
}

function examined({ text, settings, luck }: GatesJob, surroundings: Surroundings): Examination {
  const { data } = surroundings;
  const buyAndHold = { inSample: holdReturn(data.inSample), outOfSample: holdReturn(data.outOfSample) };
  const facts = { buyAndHold, snapshotHash: data.snapshotHash };
  const signals = signalsOf(text, surroundings);
  if (signals.kind === "failed") return { ...facts, ...NOTHING, failed: { gate: "signals", reason: signals.reason } };

  const { strategy, masks } = signals;
  const candidate = createCandidate({ text, strategy, masks, data, settings, luck }, surroundings);
  const numbers: Examination["numbers"] = {};
  const met: Examination["met"] = [];
  let failed: Examination["failed"] = null;
  for (const { name, judge } of gates) {
    const verdict = judge(candidate, settings);
    numbers[name] = verdict.numbers;
    met.push({ gate: name, checks: verdict.checks });
    if (verdict.reason === null) continue;
    failed = { gate: name, reason: verdict.reason };
    break;
  }
  const notMet = gates.slice(met.length).map(({ name }) => name);
  return { ...facts, failed, numbers, met, notMet, ...compared(candidate, settings) };
}

const NOTHING = {
  ...{ numbers: {}, met: [], notMet: gates.map(({ name }) => name) },
  ...{ inSample: null, outOfSample: null, walkForward: null, degradation: null, scoreParts: null },
};

function compared(candidate: Candidate, { score }: GateSettings) {
  const looks = candidate.looks();
  const { inSample, outOfSample } = looks;
  if (inSample === null || outOfSample === null) return { ...looks, degradation: null, scoreParts: null };
  return {
    ...looks,
    degradation: degradationOf(inSample.metrics, outOfSample.metrics),
    scoreParts: scoreParts(inSample.metrics, outOfSample.metrics, score),
  };
}

type Signals = { kind: "signals"; strategy: CompiledStrategy; masks: Masks[] } | { kind: "failed"; reason: string };

/** The strategy and its signals on every coin, or why it has none. */
export function signalsOf(text: string, { data, toolbox, relieve, tell }: Surroundings): Signals {
  let strategy: CompiledStrategy;
  try {
    strategy = compileStrategy(text, toolbox);
  } catch (error) {
    if (!(error instanceof SixbtcError) || error.code !== "strategy.refused") throw error;
    return { kind: "failed", reason: messageOf(error) };
  }
  const masks: Masks[] = [];
  const { coins } = data.market;
  for (const [i, { candles }] of coins.entries()) {
    tell?.({ step: "signals", done: i + 1, of: coins.length });
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
