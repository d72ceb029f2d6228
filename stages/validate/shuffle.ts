import type { Candles } from "../../core/kernel/candles.ts";
import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { isTaName, TA_SIGNATURES } from "../../core/strategy/ta/toolbox.ts";
import { childrenOf, type Node, taNameOf } from "../../core/strategy/tree.ts";
import type { FutureKind } from "./altered-futures.ts";
import type { MarketKind } from "./characters.ts";
import { EARLY_BARS, EARLY_STEP } from "./cuts.ts";
import { findEarlyLeak, findLeak, type Leak } from "./find-leak.ts";
import { firstDifference } from "./first-difference.ts";
import { huntingGrounds } from "./hunting-grounds.ts";
import { marketFor, marketOf, stepUp } from "./markets.ts";
import { found, type Ran, type TrialRuns, type Words } from "./trial-runs.ts";
import { measureWarmup } from "./warmup.ts";

/** Real-like markets and hostile ones, and the futures tried on each; a patchwork has a piece of everything. */
const MARKETS: { kind: MarketKind; seed: number; futures: FutureKind[] }[] = [
  { kind: "swings", seed: 1, futures: ["replaced", "risen", "mirrored", "soared", "torn"] },
  { kind: "patchwork", seed: 1, futures: ["replaced", "fallen", "delayed", "vanished", "torn"] },
  { kind: "gaps", seed: 1, futures: ["permuted", "risen", "delayed", "torn"] },
  { kind: "patchwork", seed: 2, futures: ["replaced", "mirrored", "risen", "soared"] },
  { kind: "walk", seed: 1, futures: ["permuted", "fallen", "risen", "vanished"] },
];
/** Short markets, for the first bars that count. */
const BEGINNINGS = 12;
const BEGINNING_KINDS: MarketKind[] = ["swings", "patchwork", "walk"];
const OF_TA: FutureKind[] = ["replaced"];
const SOUGHT: FutureKind[] = ["replaced", "risen", "fallen", "delayed", "torn", "vanished"];
/** That many are enough for what `ta` alone computes, and the least for a strategy that takes long. */
const LEAST_MARKETS = 2;
const BASE_BARS = 400;
const MAX_REACH = 5_000;

/** What the usual markets may cost in all, and the hunt beside them, in the units of the meter. */
const WORK = 2_500_000;
const HUNTING_WORK = 8_000_000;
/** The part of one market in either, and the runs that each of its cuts takes. */
const SHARE = { usual: WORK / MARKETS.length, long: WORK / 6, sought: HUNTING_WORK / 4 };
const RUNS_PER_CUT = { usual: 2.5, long: 4, sought: 4 };
/** On a long market, cheap cuts where the desk would decide. */
const BEHIND_SIGNALS = 60;
type Measure = keyof typeof SHARE;
/** What a run costs beside what it is metered for, and a bar of an indicator that is fed. */
const WORK_PER_RUN = 2_000;
const WORK_PER_FED_BAR = 100;
const CUTS = { least: 5, most: 100, ofTa: 4 };

export type ShuffleResult = {
  /** A mask that depends on bars to come, and the line that makes it, where it is known. */
  leak: Leak | null;
  findings: Finding[];
  warmupBars: number;
};

const NOT_DETERMINISTIC: Words = [
  "not-deterministic",
  "the same candles gave other masks the second time",
  "`signals` may use nothing but its candles and params.",
];

/**
 * The experiment that decides whether a strategy looks ahead: the bars after many cuts are dropped, permuted, mirrored,
 * scaled, delayed and replaced, and every mask before the cut, from warmup on, must be the same to the bit. What the
 * usual markets do not bring a strategy to do is hunted on others. Beside it, whether the same candles give the same
 * masks, and from how many bars the masks are those of the full history.
 */
export function checkShuffle(runs: TrialRuns): ShuffleResult {
  const { module } = runs;
  const trials: Trials = {
    runs,
    isCausal: runs.isCausal(),
    reach: runs.reach,
    fed: fedCallsIn(module),
    spent: 0,
  };
  const leak = tryUsual(trials) ?? (trials.isCausal ? null : (tryBeginnings(trials) ?? hunt(trials)));
  const warmupBars = module.definition.warmup;
  if (leak) return { leak, findings: [], warmupBars };
  if (!isRepeated(trials)) return { leak, findings: [found("shuffle", "error", NOT_DETERMINISTIC)], warmupBars };
  return { leak, ...measureWarmup(runs, trials.reach.near) };
}

/** A strategy on trial, and what it has cost so far. */
type Trials = {
  runs: TrialRuns;
  /** Only two markets and few cuts are needed. */
  isCausal: boolean;
  reach: { near: number; far: number };
  /** Calls of indicators that take long. */
  fed: number;
  spent: number;
};

type Market = { kind: MarketKind; candles: Candles; base: Ran; futures: FutureKind[]; measure: Measure };

function tryOn(trials: Trials, { kind, candles, base, futures, measure }: Market): Leak | null {
  const { runs, isCausal, fed } = trials;
  const { timeframe } = runs.module.definition;
  const columns = fed * candles.length * WORK_PER_FED_BAR * (1 + futures.length);
  const cost = (base.work + WORK_PER_RUN) * RUNS_PER_CUT[measure];
  const affordable = Math.floor((SHARE[measure] - columns) / cost);
  const most = isCausal ? CUTS.ofTa : Math.min(Math.max(affordable, CUTS.least), CUTS.most);
  trials.spent += columns + most * cost;
  const other = marketOf(kind === "swings" ? "walk" : "swings", timeframe, candles.length, 7);
  const rareBars = isCausal ? [] : runs.sightings().rareBars();
  const behindSignals = measure === "long" && most > CUTS.least ? BEHIND_SIGNALS : 0;
  const isSought = measure !== "usual";
  return findLeak(runs, { kind, candles, other, base, rareBars, most, behindSignals, isSought, futures });
}

function tryUsual(trials: Trials): Leak | null {
  const { runs, isCausal, reach } = trials;
  let bars = stepUp(BASE_BARS + reach.near);
  for (const [i, { kind, seed, futures }] of MARKETS.entries()) {
    if (i >= LEAST_MARKETS && (isCausal || trials.spent > WORK)) break;
    const candles = marketOf(kind, runs.module.definition.timeframe, bars, seed);
    const base = isCausal ? runs.run(candles, kind) : runs.runWatched(candles, kind);
    const ofTa = i === 0 ? OF_TA : [];
    const leak = tryOn(trials, { kind, candles, base, futures: isCausal ? ofTa : futures, measure: "usual" });
    if (leak) return leak;
    // What is read lies further away than the numbers in the text say.
    const further = isCausal ? 0 : Math.min(runs.sightings().overreach(), MAX_REACH);
    if (further > 1) bars = Math.max(bars, stepUp(BASE_BARS + further));
  }
  return null;
}

function tryBeginnings({ runs, fed, spent }: Trials): Leak | null {
  const { timeframe, warmup } = runs.module.definition;
  let early = spent > WORK ? WORK : 0;
  for (let i = 0; i < BEGINNINGS && early < WORK / 4; i++) {
    const kind = BEGINNING_KINDS[i % BEGINNING_KINDS.length] ?? "swings";
    const candles = marketOf(kind, timeframe, warmup + EARLY_BARS, 20 + i);
    const base = runs.run(candles, kind);
    early += (EARLY_BARS / EARLY_STEP) * (base.work + WORK_PER_RUN / 2) + fed * candles.length * WORK_PER_FED_BAR;
    const leak = findEarlyLeak(runs, kind, candles, base);
    if (leak) return leak;
  }
  return null;
}

function hunt(trials: Trials): Leak | null {
  const { runs, reach, fed } = trials;
  const { timeframe } = runs.module.definition;
  const unseen = (): number => runs.sightings().unreached() + runs.everGiven().size - runs.everVaried().size;
  // Some markets are always worth it, but for a strategy that the usual ones took too long for.
  const isFast = trials.spent < WORK;
  let before = unseen();
  trials.spent = 0;
  for (const ground of huntingGrounds(runs.module, reach)) {
    const isMeant = ground.isMeant === true && isFast;
    if (!isMeant && (before === 0 || trials.spent > HUNTING_WORK)) break;
    const candles = marketFor({ timeframe, ...ground });
    const base = runs.runWatched(candles, ground.kind);
    trials.spent += base.work + fed * candles.length * WORK_PER_FED_BAR;
    const after = unseen();
    if (!isMeant && after === before) continue;
    const measure = after < before ? "sought" : "long";
    before = after;
    const leak = tryOn(trials, { kind: ground.kind, candles, base, futures: SOUGHT, measure });
    if (leak) return leak;
    for (const other of ground.beside ?? []) {
      const beside = marketFor({ timeframe, ...other });
      const watched = runs.runWatched(beside, other.kind);
      const found = tryOn(trials, { kind: other.kind, candles: beside, base: watched, futures: SOUGHT, measure });
      if (found) return found;
    }
  }
  return null;
}

/** Whether a run with nothing remembered gives the same masks again. */
function isRepeated({ runs, isCausal, reach }: Trials): boolean {
  return MARKETS.slice(0, isCausal ? 1 : LEAST_MARKETS).every(({ kind, seed }) => {
    const candles = marketOf(kind, runs.module.definition.timeframe, stepUp(BASE_BARS + reach.near), seed);
    const [first, second] = [runs.run(candles, kind), runs.runAnew(candles, kind)];
    return firstDifference(first.masks, second.masks, 0, candles.length) === null;
  });
}

/** Calls of indicators that are fed bar by bar, as they stand in the text. */
function fedCallsIn({ program }: AdmittedModule): number {
  let count = 0;
  const visit = (node: Node): void => {
    const name = node.type === "MemberExpression" ? taNameOf(node) : null;
    if (name !== null && isTaName(name) && TA_SIGNATURES[name].isFed) count += 1;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return count;
}
