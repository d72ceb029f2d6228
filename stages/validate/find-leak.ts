import type { Candles } from "../../core/kernel/candles.ts";
import { candlesForStrategy } from "../../core/strategy/ta/shared.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import { EXTREME, type FutureKind, futureOf } from "./altered-futures.ts";
import { type Cut, cutsFor, earlyCuts } from "./cuts.ts";
import { FailedRun, firstDifference, type Ran, type TrialRuns, type Words } from "./trial-runs.ts";

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
  /** The market was sought for what the strategy does on no usual one. */
  isSought: boolean;
  /** What is put behind the cuts, beside nothing: one of them each time, all of them at rare cuts. */
  futures: readonly FutureKind[];
};

export type Leak = { words: Words; line: number | null };

/** Every so many cuts an extreme future is tried too. */
const EXTREME_EVERY = 3;
const FUTURE_BARS = 500;
/** Where so many cuts are affordable, so are more of the cheap ones. */
const MANY_CUTS = 20;

/** What a leak shows as, or null: the first mask before a cut that is another one under another future. */
export function findLeak(runs: TrialRuns, trial: Trial): Leak | null {
  const { candles, other, base, rareBars, most, isSought, futures } = trial;
  const { warmup, timeframe } = runs.module.definition;
  const cuts = cutsFor({ candles, masks: base.masks, warmup, rareBars, isSought }, most);
  // By future, so that what `ta` makes of one is still remembered at the next cut.
  for (const future of ["dropped", ...futures] as const) {
    const market = futureOf(candles, future, other);
    if (market) candlesForStrategy(market, timeframeMs(timeframe));
    const tried = cuts.filter((cut, i) => isTried(future, futures, cut, i)).map(({ bar }) => bar);
    if (future === "dropped" && most >= MANY_CUTS) tried.push(...earlyCuts(warmup, candles.length));
    for (const cut of tried) {
      const leak = leakAt(runs, trial, { future, market, cut });
      if (leak) return leak;
    }
  }
  return null;
}

type Altered = { future: FutureKind; market: Candles | null; cut: number };

function leakAt(runs: TrialRuns, { kind, candles, base }: Trial, { future, market, cut }: Altered): Leak | null {
  // On long markets a stretch of the future is enough, but for what all of it has to outweigh.
  const end = EXTREME.includes(future) ? candles.length : Math.min(candles.length, cut + FUTURE_BARS);
  const ran = runUnder(runs, future, `${kind}, ${future} from bar ${cut}`, [candles, market, { cut, end }]);
  const difference = ran && firstDifference(base.masks, ran.masks, runs.module.definition.warmup, cut);
  if (!difference) return null;
  const { bar, mask, a, b } = difference;
  const message = `${mask} at bar ${bar} is ${a}, and ${b} once the bars from ${cut} on are ${future} (market: ${kind})`;
  const words: Words = ["future-leak", message, "A mask at bar t may depend on bars 0 to t only."];
  return { words, line: runs.blame(candles, cut) };
}

/** Every cut is tried with its bars dropped and with one other future, rare ones with all, some with an extreme one. */
function isTried(future: FutureKind, futures: readonly FutureKind[], { isRare }: Cut, i: number): boolean {
  const [usual, extreme] = [false, true].map((is) => futures.filter((kind) => EXTREME.includes(kind) === is));
  const turn = i / EXTREME_EVERY;
  if (EXTREME.includes(future)) return Number.isInteger(turn) && extreme?.[turn % extreme.length] === future;
  return future === "dropped" || isRare || usual?.[i % usual.length] === future;
}

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
