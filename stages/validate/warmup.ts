import type { Candles, Masks } from "../../core/kernel/candles.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import { between } from "./altered-futures.ts";
import type { MarketKind } from "./characters.ts";
import { marketOf, stepUp } from "./markets.ts";
import { found, type TrialRuns } from "./trial-runs.ts";

const MARKETS: MarketKind[] = ["swings", "patchwork"];
const STARTS = 3;
const LEAST_BARS = 1_000;

/** From how many bars back signals are those of the full history, on markets three times as long as it looks back. */
export function measureWarmup(runs: TrialRuns, reach: number): { findings: Finding[]; warmupBars: number } {
  const length = stepUp(Math.max(LEAST_BARS, 3 * reach));
  const measured = MARKETS.map((kind) => measureOn(runs, kind, length));
  const warmupBars = Math.max(runs.module.definition.warmup, ...measured.map(({ bars }) => bars));
  if (measured.every(({ isStable }) => isStable)) return { findings: [], warmupBars };
  const message = `signals depend on where the candles begin, after ${warmupBars} bars still`;
  const hint = "Live candles begin where the store does.";
  return { findings: [found("shuffle", "warning", ["unstable-warmup", message, hint])], warmupBars };
}

/** The most bars that any of several beginnings needed before the masks were those of the full history. */
function measureOn(runs: TrialRuns, kind: MarketKind, length: number): { bars: number; isStable: boolean } {
  const { timeframe, warmup } = runs.module.definition;
  const candles = marketOf(kind, timeframe, length, 2);
  const full = runs.run(candles, kind).masks;
  let bars = 1;
  let isStable = true;
  for (let i = 1; i <= STARTS; i++) {
    const start = Math.floor((length * i) / (2 * STARTS)) + i;
    const { masks } = runs.run(begunAt(candles, start), `${kind}, begun at bar ${start}`);
    const last = lastDifference(full, masks, start, start + warmup);
    bars = Math.max(bars, last - start + 2);
    // What still differs in the last tenth may go on doing so.
    isStable &&= last < length - (length - start) / 10;
  }
  return { bars, isStable };
}

const begun = new WeakMap<Candles, Map<number, Candles>>();

/** The market from a bar on, always the same view of it, so that what was computed on it is found again. */
function begunAt(candles: Candles, start: number): Candles {
  const known = begun.get(candles) ?? new Map<number, Candles>();
  begun.set(candles, known);
  const view = known.get(start) ?? between(candles, start, candles.length);
  known.set(start, view);
  return view;
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
