import type { Candles, Masks } from "../../core/kernel/candles.ts";
import { randomFrom } from "../../core/kernel/random.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import { ALTERED_FUTURES, between, type FutureKind, SAME_LENGTH } from "./altered-futures.ts";
import { type MarketKind, marketOf, stepUp } from "./markets.ts";
import { firstDifference, found, reachOf, type TrialRuns } from "./trial-runs.ts";

const MARKETS: MarketKind[] = ["swings", "walk", "gaps", "trend", "crash"];
const BASE_BARS = 500;
/** Where shorter markets show no signal of a mask, longer ones are searched. */
const LONG_BARS = 6_000;
const SIGNAL_CUTS = 8;
const RANDOM_CUTS = 4;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WARMUP_MARKETS: MarketKind[] = ["swings", "walk"];
const WARMUP_STARTS = 4;

export type ShuffleResult = { findings: Finding[]; warmupBars: number };

/**
 * The experiment that decides whether a strategy looks ahead: the bars after many cuts are dropped, permuted, mirrored,
 * scaled and replaced, and every mask before the cut, from warmup on, must be the same to the bit. Beside it, whether
 * the same candles give the same masks, and from how many bars the masks are those of the full history.
 */
export function checkShuffle(runs: TrialRuns, suspectLine: number | null): ShuffleResult {
  const { warmup } = runs.module.definition;
  const reach = reachOf(runs.module);
  const lengths = [BASE_BARS + reach.near, BASE_BARS + reach.far, LONG_BARS].map(stepUp);
  for (const [i, bars] of lengths.entries()) {
    if (i > 0 && (bars <= (lengths[i - 1] ?? 0) || hasFired(runs))) continue;
    for (const kind of MARKETS) {
      const error = findLeak(runs, kind, bars) ?? findChance(runs, kind, bars);
      if (error) return { findings: [found("shuffle", "error", error, suspectLine)], warmupBars: warmup };
    }
  }
  const measured = WARMUP_MARKETS.map((kind) => measureWarmup(runs, kind, stepUp(Math.max(1_000, 3 * reach.near))));
  const warmupBars = Math.max(warmup, ...measured.map(({ bars }) => bars));
  const findings: Finding[] = [];
  if (measured.some(({ isStable }) => !isStable)) {
    const message = `signals depend on where the candles begin, after ${warmupBars} bars still`;
    findings.push(
      found("shuffle", "warning", ["unstable-warmup", message, "Live candles begin where the store does."]),
    );
  }
  return { findings, warmupBars };
}

/** Every mask that the strategy returns has shown signals to judge by. */
function hasFired(runs: TrialRuns): boolean {
  const fired = runs.everFired();
  return fired.size > 0 && [...runs.everGiven()].every((mask) => fired.has(mask));
}

type Words = [code: string, message: string, hint: string];

const NOT_DETERMINISTIC: Words = [
  "not-deterministic",
  "the same candles gave other masks the second time",
  "`signals` may use nothing but its candles and params.",
];

function findChance(runs: TrialRuns, kind: MarketKind, bars: number): Words | null {
  const candles = marketOf(kind, runs.module.definition.timeframe, bars);
  const first = runs.run(candles, kind).masks;
  const second = runs.runOnce(candles, kind).masks;
  return firstDifference(first, second, 0, bars) ? NOT_DETERMINISTIC : null;
}

/** What a leak shows as, or null. */
function findLeak(runs: TrialRuns, kind: MarketKind, bars: number): Words | null {
  const { timeframe, warmup } = runs.module.definition;
  const candles = marketOf(kind, timeframe, bars);
  const other = marketOf(kind === "swings" ? "walk" : "swings", timeframe, bars, 7);
  const { masks } = runs.run(candles, kind);
  for (const [i, cut] of cutsFor(candles, masks, warmup).entries()) {
    const kept = SAME_LENGTH[i % SAME_LENGTH.length] ?? "replaced";
    for (const future of ["dropped", kept] as FutureKind[]) {
      const altered = ALTERED_FUTURES[future](candles, cut, other);
      const ran = runs.runOnce(altered, `${kind}, ${future} from bar ${cut}`);
      const difference = firstDifference(masks, ran.masks, warmup, cut);
      if (!difference) continue;
      const { bar, mask, a, b } = difference;
      const message = `${mask} at bar ${bar} is ${a}, and ${b} once the bars from ${cut} on are ${future} (market: ${kind})`;
      return ["future-leak", message, "A mask at bar t may depend on bars 0 to t only."];
    }
  }
  return null;
}

/** Bars from which the future is altered: around signals, at borders of hours and days, at the end, at random. */
function cutsFor(candles: Candles, masks: Masks, warmup: number): number[] {
  const random = randomFrom(`cuts ${candles.length}`);
  const cuts = new Set<number>();
  const fired: number[] = [];
  for (const mask of MASK_KEYS) {
    for (let bar = warmup; bar < candles.length; bar++) if (masks[mask][bar] === 1) fired.push(bar);
  }
  for (let i = 0; i < SIGNAL_CUTS && fired.length > 0; i++) {
    const bar = random.pick(fired);
    cuts.add(bar + 1).add(i % 2 === 0 ? bar : bar + 2);
  }
  const borders: number[] = [];
  for (let bar = warmup + 1; bar < candles.length; bar++) {
    const time = candles.time[bar] ?? 0;
    if (time % DAY_MS === 0 || time % (4 * HOUR_MS) === 0) borders.push(bar);
  }
  if (borders.length > 0) cuts.add(random.pick(borders)).add(random.pick(borders) + 1);
  for (let i = 0; i < RANDOM_CUTS; i++) cuts.add(random.int(warmup + 1, candles.length - 1));
  cuts.add(candles.length - 1).add(candles.length - 2);
  return [...cuts].filter((cut) => cut > warmup && cut < candles.length);
}

/** The most bars that any of several beginnings needed before the masks were those of the full history. */
function measureWarmup(runs: TrialRuns, kind: MarketKind, length: number): { bars: number; isStable: boolean } {
  const { timeframe, warmup } = runs.module.definition;
  const candles = marketOf(kind, timeframe, length, 2);
  const full = runs.run(candles, kind).masks;
  let bars = 1;
  let isStable = true;
  for (let i = 1; i <= WARMUP_STARTS; i++) {
    const start = Math.floor((length * i) / (2 * WARMUP_STARTS)) + i;
    const { masks } = runs.runOnce(between(candles, start, length), `${kind}, begun at bar ${start}`);
    const last = lastDifference(full, masks, start, start + warmup);
    bars = Math.max(bars, last - start + 2);
    // What still differs in the last tenth may go on doing so.
    isStable &&= last < length - (length - start) / 10;
  }
  return { bars, isStable };
}

/** The last bar from `from` on at which masks that begin at `start` differ; the one before `start` if none does. */
function lastDifference(full: Masks, later: Masks, start: number, from: number): number {
  let last = start - 1;
  for (const mask of MASK_KEYS) {
    for (let bar = full[mask].length - 1; bar > last && bar >= from; bar--) {
      if (full[mask][bar] !== later[mask][bar - start]) last = bar;
    }
  }
  return last;
}
