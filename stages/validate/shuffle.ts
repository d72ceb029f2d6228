import type { Candles } from "../../core/kernel/candles.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { causalByItself } from "./causal-by-itself.ts";
import type { MarketKind } from "./characters.ts";
import { findLeak, type Leak } from "./find-leak.ts";
import { huntingGrounds } from "./hunting-grounds.ts";
import { makeMarket, marketOf, stepUp } from "./markets.ts";
import { firstDifference, found, reachOf, type TrialRuns, type Words } from "./trial-runs.ts";
import { measureWarmup } from "./warmup.ts";

/** Real-like ones and hostile ones; a patchwork has a piece of everything. */
const MARKETS: [kind: MarketKind, seed: number][] = [
  ["swings", 1],
  ["patchwork", 1],
  ["gaps", 1],
  ["patchwork", 2],
  ["walk", 1],
];
/** What `ta` alone computes is causal whatever the market. */
const MARKETS_FOR_TA = 2;
const BASE_BARS = 400;
const MAX_REACH = 5_000;

/** Work that the cuts of one market may cost, and what each run costs beside its own. */
const WORK_PER_MARKET = 400_000;
const WORK_PER_RUN = 2_000;
const RUNS_PER_CUT = 2.5;
const CUTS = { least: 8, most: 40, ofTa: 4 };

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
  const { module, sightings } = runs;
  const { timeframe, warmup } = module.definition;
  const reach = reachOf(module);
  const isCausal = causalByItself(module);
  const failed = (words: Words): ShuffleResult => {
    return { leak: null, findings: [found("shuffle", "error", words)], warmupBars: warmup };
  };
  const tryOn = (kind: MarketKind, candles: Candles, other: Candles): ShuffleResult | null => {
    const base = runs.runWatched(candles, kind);
    const cost = base.work + WORK_PER_RUN;
    const affordable = Math.floor(WORK_PER_MARKET / (cost * RUNS_PER_CUT));
    const most = isCausal ? CUTS.ofTa : Math.min(Math.max(affordable, CUTS.least), CUTS.most);
    const leak = findLeak(runs, { kind, candles, other, base, most });
    if (leak) return { leak, findings: [], warmupBars: warmup };
    const again = runs.runOnce(candles, kind);
    return firstDifference(base.masks, again.masks, 0, candles.length) ? failed(NOT_DETERMINISTIC) : null;
  };

  let bars = stepUp(BASE_BARS + reach.near);
  for (const [kind, seed] of MARKETS.slice(0, isCausal ? MARKETS_FOR_TA : MARKETS.length)) {
    const other = marketOf(kind === "swings" ? "walk" : "swings", timeframe, bars, 7);
    const refused = tryOn(kind, marketOf(kind, timeframe, bars, seed), other);
    if (refused) return refused;
    // What is read lies further away than the numbers in the text say.
    const further = Math.min(sightings.overreach(), MAX_REACH);
    if (further > 1) bars = Math.max(bars, stepUp(BASE_BARS + further));
  }
  if (!isCausal) {
    const wanted = (): number => sightings.unreached() + runs.everGiven().size - runs.everFired().size;
    let before = wanted();
    for (const ground of huntingGrounds(module, reach)) {
      if (before === 0) break;
      const candles = makeMarket({ timeframe, ...ground });
      runs.runWatched(candles, ground.kind);
      const after = wanted();
      if (after === before) continue;
      before = after;
      const refused = tryOn(ground.kind, candles, marketOf("swings", timeframe, candles.length, 7));
      if (refused) return refused;
    }
  }
  return { leak: null, ...measureWarmup(runs, reach.near) };
}
