import { SixbtcError } from "../../core/errors.ts";
import type { Candles } from "../../core/kernel/candles.ts";
import { lazy } from "../../core/lazy.ts";
import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Finding, Phase } from "../../core/strategy/definition.ts";
import {
  type CompiledStrategy,
  compileModule,
  type PreparedModule,
  prepareModule,
  type SignalsOutcome,
} from "../../core/strategy/evaluate.ts";
import { type Observation, observationOf } from "../../core/strategy/observe.ts";
import type { Toolbox } from "../../core/strategy/ta/toolbox.ts";
import { childrenOf, type Node } from "../../core/strategy/tree.ts";
import { isTimeframe, timeframeMs } from "../../core/timeframe.ts";
import { createHolder } from "./blame.ts";
import { causalByItself } from "./causal-by-itself.ts";
import { type Sightings, watch } from "./sightings.ts";
import { spliceCandles, splicingToolbox } from "./splices.ts";

type Failure = Extract<SignalsOutcome, { kind: "failed" }>;

export type Ran = Extract<SignalsOutcome, { kind: "masks" }>;

/** A run that failed, which is a finding of the execution phase whichever phase made it; or that cannot be made. */
export class FailedRun extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** Runs of one strategy, with what they have shown together. */
export type TrialRuns = {
  module: AdmittedModule;
  /** How many bars back it is likely to look: see `reachOf`. */
  reach: { near: number; far: number };
  /** It only calls `ta`: see `causalByItself`. */
  isCausal(): boolean;
  /** On candles that every strategy is tried on. Throws `FailedRun`; `market` names the candles in the finding. */
  run(candles: Candles, market: string): Ran;
  /** The same with nothing remembered. */
  runAnew(candles: Candles, market: string): Ran;
  /** On the bars of `base` before `cut` and those of `other` from there up to `end`; null: none. */
  runSpliced(base: Candles, other: Candles | null, at: { cut: number; end: number }, market: string): Ran;
  /** As `run`, watched: see `sightings`. */
  runWatched(candles: Candles, market: string): Ran;
  sightings(): Sightings;
  /** Whether a place in an array, as the text names it, was ever come to; true for all other nodes. */
  hasReached(node: Node): boolean;
  /** The line that brings bars to come into masks that were found to differ, if one does. */
  blame(base: Candles, other: Candles | null, at: { cut: number; end: number }): number | null;
  /** Masks of which a bar, from warmup on, was ever 1. */
  everFired(): ReadonlySet<string>;
  /** Masks that were ever 1 and ever 0, from warmup on. */
  everVaried(): ReadonlySet<string>;
  /** The masks that `signals` ever returned. */
  everGiven(): ReadonlySet<string>;
};

/** `remembering` keeps columns between strategies, `plain` computes each anew. */
export type Toolboxes = { remembering: Toolbox; plain: Toolbox };

export function createTrialRuns(module: AdmittedModule, { remembering, plain }: Toolboxes): TrialRuns {
  const { warmup } = module.definition;
  const prepared = prepareOrFail(module);
  const compiled = compileModule(prepared, remembering);
  const spliced = lazy(() => compileModule(prepared, splicingToolbox(remembering)));
  const anew = lazy(() => compileModule(prepared, plain));
  const watching = lazy(() => {
    const observation = observationOf(module);
    const sightings = watch(observation.sites);
    const watchable = prepareOrFail(module, observation);
    const watched = compileModule(watchable, remembering, sightings.observer);
    return { observation, sightings, watchable, watched };
  });
  const given = new Set<string>();
  const fired = new Set<string>();
  const rested = new Set<string>();
  const runWith = (strategy: CompiledStrategy, candles: Candles, market: string): Ran => {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new FailedRun(findingOf(outcome, candles, market));
    for (const key of outcome.given) given.add(key);
    for (const key of outcome.given) {
      if (!fired.has(key) && outcome.masks[key].indexOf(1, warmup) >= 0) fired.add(key);
      if (!rested.has(key) && outcome.masks[key].indexOf(0, warmup) >= 0) rested.add(key);
    }
    return outcome;
  };
  return {
    module,
    reach: reachOf(module),
    isCausal: lazy(() => causalByItself(module)),
    run: (candles, market) => runWith(compiled, candles, market),
    runAnew: (candles, market) => runWith(anew(), candles, market),
    runSpliced: (base, other, { cut, end }, market) => runWith(spliced(), spliceCandles(base, other, cut, end), market),
    runWatched(candles, market) {
      const { sightings, watched } = watching();
      sightings.begin(candles.length);
      return runWith(watched, candles, market);
    },
    sightings: () => watching().sightings,
    blame(base, other, { cut, end }) {
      const { observation, watchable } = watching();
      const { observer, lineOf } = createHolder(observation.sites);
      const strategy = compileModule(watchable, splicingToolbox(remembering), observer);
      return lineOf(strategy, { candles: base, altered: spliceCandles(base, other, cut, end), cut, warmup });
    },
    hasReached(node) {
      const { observation, sightings } = watching();
      const site = node.type === "MemberExpression" ? observation.siteOf(node.property) : null;
      return site === null || sightings.hasReached(site);
    },
    everFired: () => fired,
    everVaried: () => fired.intersection(rested),
    everGiven: () => given,
  };
}

function prepareOrFail(module: AdmittedModule, observation?: Observation): PreparedModule {
  try {
    return prepareModule(module, observation);
  } catch (error) {
    if (!(error instanceof SixbtcError && error.code === "strategy.refused")) throw error;
    throw new FailedRun(found("syntax", "error", ["not-javascript", error.message, error.hint ?? ""]));
  }
}

function findingOf({ code, message, hint, line }: Failure, candles: Candles, market: string): Finding {
  const where = `on ${candles.length} bars (${market})`;
  return { phase: "execution", severity: "error", code, message: `${message}, ${where}`, line, column: null, hint };
}

export type Words = [code: string, message: string, hint: string];

export function found(
  phase: Phase,
  severity: Finding["severity"],
  [code, message, hint]: Words,
  line: number | null = null,
): Finding {
  return { phase, severity, code, message, line, column: null, hint };
}

const MAX_REACH = 5_000;

/**
 * How many bars back the strategy is likely to look: its warmup, or the largest whole number in its functions and
 * constants; and the same where a number may count bars of the highest timeframe that the text names. At most 5,000.
 */
function reachOf({ program, definition, signals, names }: AdmittedModule): { near: number; far: number } {
  const barMs = timeframeMs(definition.timeframe);
  const holder = names.parentOf(names.parentOf(signals) ?? signals);
  let largest = 0;
  let ratio = 1;
  const visit = (node: Node): void => {
    const value = node.type === "Literal" ? node.value : null;
    if (typeof value === "number" && Number.isInteger(value) && value <= MAX_REACH) largest = Math.max(largest, value);
    if (typeof value === "string" && isTimeframe(value)) ratio = Math.max(ratio, timeframeMs(value) / barMs);
    // Of the definition only `signals` counts: exits look back too, but not through a mask.
    for (const child of node === holder ? [signals] : childrenOf(node)) visit(child);
  };
  visit(program);
  const near = Math.max(definition.warmup, largest);
  return { near, far: Math.min(Math.max(near, largest * ratio), MAX_REACH) };
}
