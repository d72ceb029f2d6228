import type { Candles } from "../../core/kernel/candles.ts";
import { candlesForStrategy } from "../../core/strategy/ta/shared.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import { EXTREME, type FutureKind, futureOf } from "./altered-futures.ts";
import { type Cut, cutsBehindSignals, cutsFor, earlyCuts } from "./cuts.ts";
import { firstDifference } from "./first-difference.ts";
import { FailedRun, type Ran, type TrialRuns, type Words } from "./trial-runs.ts";

type Trial = {
  kind: string;
  candles: Candles;
  /** What the future is replaced by. */
  other: Candles;
  /** The watched run on `candles`. */
  base: Ran;
  /** Bars that few of the run's come to, by place in the text. */
  rareBars: readonly number[][];
  /** Cuts at most. */
  most: number;
  /** Cuts behind signals of each mask, beside the others, at which bars are only dropped. */
  behindSignals: number;
  /** The market was sought for what the strategy does on no usual one. */
  isSought: boolean;
  /** What is put behind the cuts, beside nothing: one of them each time, all of them at rare cuts. */
  futures: readonly FutureKind[];
};

export type Leak = { words: Words; line: number | null };

const SAID: Record<FutureKind, string> = {
  dropped: "taken away",
  permuted: "in another order",
  mirrored: "turned upside down",
  replaced: "replaced by another market's",
  risen: "three times as high",
  fallen: "a third as high",
  soared: "a million times as high",
  vanished: "a millionth as high",
  torn: "thrown to other prices",
  delayed: "three days later",
};

/** Every so many cuts an extreme future is tried too. */
const EXTREME_EVERY = 3;
const FUTURE_BARS = 500;

/** What a leak shows as, or null: the first mask before a cut that is another one under another future. */
export function findLeak(runs: TrialRuns, trial: Trial): Leak | null {
  const { candles, other, base, rareBars, most, behindSignals, isSought, futures } = trial;
  const { warmup, timeframe } = runs.module.definition;
  const cuts = cutsFor({ candles, masks: base.masks, warmup, rareBars, isSought }, most);
  const usual = futures.filter((kind) => !EXTREME.includes(kind));
  const extreme = futures.filter((kind) => EXTREME.includes(kind));
  // By future, so that what `ta` makes of one is still remembered at the next cut.
  for (const future of ["dropped", ...futures] as const) {
    const market = futureOf(candles, future, other);
    // `ta` remembers what it makes of candles that it knows as handed in.
    if (market) candlesForStrategy(market, timeframeMs(timeframe));
    const tried = cuts.filter((cut, i) => isTried(future, { usual, extreme }, cut, i)).map(({ bar }) => bar);
    if (future === "dropped" && behindSignals > 0) tried.push(...cutsBehindSignals(base.masks, warmup, behindSignals));
    for (const cut of tried) {
      const leak = leakAt(runs, trial, { future, market, cut });
      if (leak) return leak;
    }
  }
  return null;
}

/** The same for the first bars that count, on a market that is little longer: only what is dropped, at many cuts. */
export function findEarlyLeak(runs: TrialRuns, kind: string, candles: Candles, base: Ran): Leak | null {
  for (const cut of earlyCuts(runs.module.definition.warmup, candles.length)) {
    const leak = leakAt(runs, { kind, candles, base }, { future: "dropped", market: null, cut });
    if (leak) return leak;
  }
  return null;
}

type Altered = { future: FutureKind; market: Candles | null; cut: number };

function leakAt(
  runs: TrialRuns,
  { kind, candles, base }: Pick<Trial, "kind" | "candles" | "base">,
  { future, market, cut }: Altered,
): Leak | null {
  // On long markets a stretch of the future is enough, but for what all of it has to outweigh.
  const end = EXTREME.includes(future) ? candles.length : Math.min(candles.length, cut + FUTURE_BARS);
  const ran = runUnder(runs, future, `${kind}, ${future} from bar ${cut}`, [candles, market, { cut, end }]);
  const difference = ran && firstDifference(base.masks, ran.masks, runs.module.definition.warmup, cut);
  if (!difference) return null;
  const { bar, mask, a, b } = difference;
  const what = `${mask} at bar ${bar} is ${a}, and ${b} with the bars from ${cut} on ${SAID[future]} (market: ${kind})`;
  const words: Words = ["future-leak", what, "A mask at bar t may depend on bars 0 to t only."];
  return { words, line: runs.blame(candles, market, { cut, end }) };
}

/** Every cut is tried with its bars dropped and with one other future, rare ones with all, some with an extreme one. */
function isTried(future: FutureKind, { usual, extreme }: Futures, { isRare }: Cut, i: number): boolean {
  const turn = i / EXTREME_EVERY;
  if (EXTREME.includes(future)) return Number.isInteger(turn) && extreme[turn % extreme.length] === future;
  return future === "dropped" || isRare || usual[i % usual.length] === future;
}

type Futures = { usual: readonly FutureKind[]; extreme: readonly FutureKind[] };

/** Null where the strategy fails under a future that no market brings. */
function runUnder(
  runs: TrialRuns,
  future: FutureKind,
  market: string,
  on: [Candles, Candles | null, { cut: number; end: number }],
): Ran | null {
  try {
    return runs.runSpliced(...on, market);
  } catch (error) {
    if (error instanceof FailedRun && EXTREME.includes(future)) return null;
    throw error;
  }
}
