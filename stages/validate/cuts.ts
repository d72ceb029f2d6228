import type { Candles, Masks } from "../../core/kernel/candles.ts";
import { type Random, randomFrom } from "../../core/kernel/random.ts";
import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import { specialBars } from "./special-bars.ts";

/** A bar from which the future is altered; at a rare one more is tried. */
export type Cut = { bar: number; isRare: boolean };

type Shown = { candles: Candles; masks: Masks; warmup: number; rareBars: readonly number[][]; isSought: boolean };

/** Of four hours, and so of days. */
const BORDER_MS = 4 * 3_600_000;
const RANDOM_CUTS = 24;
/** How many of each kind are taken in a turn: on usual markets, and on one that was sought for what happens on it. */
const USUAL = [1, 2, 3];
const SOUGHT = [1, 4, 4];
/** Behind warmup: the first bars that count are often a case of their own. */
const EARLY = [1, 2, 5, 9, 14, 20, 27, 35, 44, 54, 65, 77, 90, 104, 119];
export const EARLY_BARS = 110;
export const EARLY_STEP = 4;
/** Of each mask. */
const SIGNAL_CUTS = 40;

/**
 * At most so many cuts, where they reveal most: behind what few bars do, at, just before and after signals, at the end
 * and at the beginning of what counts, behind bars that are special in the market, at borders of days and hours, and at
 * random.
 */
export function cutsFor({ candles, masks, warmup, rareBars, isSought }: Shown, most: number): Cut[] {
  const random = randomFrom(`cuts ${candles.length} ${most}`);
  const { length } = candles;
  const kinds: number[][] = [
    [length - 1, length - 2, length - 4],
    behindBars(rareBars, warmup),
    signalCuts(masks, warmup, rareBars),
    EARLY.map((bars) => warmup + bars),
    behindBars(specialBars(candles), warmup),
    borderCuts(candles, warmup, random),
    Array.from({ length: RANDOM_CUTS }, () => random.int(warmup + 1, Math.max(warmup + 1, length - 1))),
  ];
  const cuts = new Map<number, Cut>();
  // One of each kind in turn, so that no kind is left out where few are allowed; of rare ones and signals more.
  const taking = isSought ? SOUGHT : USUAL;
  for (let round = 0; cuts.size < most && kinds.some((kind, k) => kind.length > round * (taking[k] ?? 1)); round++) {
    for (const [k, kind] of kinds.entries()) {
      const count = taking[k] ?? 1;
      for (const bar of kind.slice(count * round, count * (round + 1))) {
        const isRare = isSought || k === 1 || (cuts.get(bar)?.isRare ?? false);
        if (bar > warmup && bar < length) cuts.set(bar, { bar, isRare });
      }
    }
  }
  return [...cuts.values()].slice(0, most);
}

/** Cuts so near to warmup that a run on what is left costs little: many of them. */
export function earlyCuts(warmup: number, length: number): number[] {
  const cuts: number[] = [];
  for (let bar = warmup + 1; bar < Math.min(warmup + EARLY_BARS, length); bar += EARLY_STEP) cuts.push(bar);
  return cuts;
}

/** Behind the first bar of each list, then the second of each, and so on. */
function behindBars(lists: readonly (readonly number[])[], warmup: number): number[] {
  const cuts = new Set<number>();
  const deepest = Math.max(0, ...lists.map((bars) => bars.length));
  for (let depth = 0; depth < deepest; depth++) {
    for (const bars of lists) {
      const bar = bars[depth];
      // A place may be that of the bar that is decided, or of one to come: a cut there, and one behind it.
      if (bar !== undefined && bar + 1 > warmup) cuts.add(bar).add(bar + 1);
    }
  }
  return [...cuts];
}

/** Where a mask is what it seldom is, mostly 1: spread over the market, and first where rare things happen. */
function signalCuts(masks: Masks, warmup: number, rareBars: readonly number[][]): number[] {
  const ranges = rareBars.map((bars) => [Math.min(...bars), Math.max(...bars)] as const);
  const isNearRare = (bar: number): boolean => ranges.some(([from, to]) => bar >= from && bar <= to);
  const seldom = seldomBars(masks, warmup).map((bars) => [
    ...spread(bars.filter(isNearRare), SIGNAL_CUTS),
    ...spread(bars, SIGNAL_CUTS),
  ]);
  const cuts = new Set<number>();
  for (let depth = 0; depth < 2 * SIGNAL_CUTS; depth++) {
    for (const bars of seldom) {
      const bar = bars[depth];
      if (bar !== undefined) cuts.add(bar + 1);
      if (bar !== undefined && depth % 3 === 2) cuts.add(bar).add(bar + 2);
    }
  }
  return [...cuts];
}

/** Right behind signals, where the desk decides: at most so many of each mask. */
export function cutsBehindSignals(masks: Masks, warmup: number, most: number): number[] {
  const cuts = seldomBars(masks, warmup).flatMap((bars) => spread(bars, most).map((bar) => bar + 1));
  return [...new Set(cuts)].filter((bar) => bar < masks.enterLong.length);
}

/** Of each mask the bars at which it is what it seldom is. */
function seldomBars(masks: Masks, warmup: number): number[][] {
  return MASK_KEYS.map((key) => {
    const mask = masks[key];
    const ones = mask.subarray(warmup).reduce((sum, value) => sum + value, 0);
    const value = ones > (mask.length - warmup) / 2 ? 0 : 1;
    const bars: number[] = [];
    for (let bar = mask.indexOf(value, warmup); bar >= 0; bar = mask.indexOf(value, bar + 1)) bars.push(bar);
    return bars;
  });
}

/** The middle one, then those of the two halves, of the quarters, and so on: early and late ones are among the first. */
function spread(bars: readonly number[], most: number): number[] {
  const chosen = new Set<number>();
  for (let parts = 2; chosen.size < Math.min(bars.length, most); parts *= 2) {
    for (let i = 1; i <= parts; i += 2) {
      const bar = bars[Math.min(Math.floor((i * bars.length) / parts), bars.length - 1)];
      if (bar !== undefined) chosen.add(bar);
    }
    if (parts > 2 * bars.length) break;
  }
  return [...chosen].slice(0, most);
}

function borderCuts(candles: Candles, warmup: number, random: Random): number[] {
  const borders: number[] = [];
  for (let bar = warmup + 1; bar < candles.length; bar++) {
    const time = candles.time[bar] ?? 0;
    if (time % BORDER_MS === 0) borders.push(bar, bar + 1);
  }
  return random.shuffle(borders);
}
