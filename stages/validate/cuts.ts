import type { Candles, Masks } from "../../core/kernel/candles.ts";
import { type Random, randomFrom } from "../../core/kernel/random.ts";
import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import { specialBars } from "./special-bars.ts";

/** A bar from which the future is altered; at a rare one more is tried. */
export type Cut = { bar: number; isRare: boolean };

type Shown = { candles: Candles; masks: Masks; warmup: number; rareBars: readonly number[][]; rareFirst: boolean };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const RANDOM_CUTS = 24;
const RARE_FIRST = 24;
/** Of each mask. */
const SIGNAL_CUTS = 40;

/**
 * At most so many cuts, where they reveal most: behind what few bars do, at, just before and after signals, at the end
 * and at the beginning of what counts, behind bars that are special in the market, at borders of days and hours, and at
 * random.
 */
export function cutsFor({ candles, masks, warmup, rareBars, rareFirst }: Shown, most: number): Cut[] {
  const random = randomFrom(`cuts ${candles.length} ${most}`);
  const { length } = candles;
  const kinds: number[][] = [
    [length - 1, length - 2, length - 4],
    behindBars(rareBars, warmup),
    signalCuts(masks, warmup, random),
    [warmup + 1, warmup + 2, warmup + 5],
    behindBars(specialBars(candles), warmup),
    borderCuts(candles, warmup, random),
    Array.from({ length: RANDOM_CUTS }, () => random.int(warmup + 1, Math.max(warmup + 1, length - 1))),
  ];
  const cuts = new Map<number, Cut>();
  // One of each kind in turn, so that no kind is left out where few are allowed; of the rare ones more.
  const ofRare = rareFirst ? RARE_FIRST : 2;
  for (let round = 0; cuts.size < most && kinds.some((kind) => kind.length > round); round++) {
    for (const [k, kind] of kinds.entries()) {
      const taken = k === 1 ? kind.slice(ofRare * round, ofRare * (round + 1)) : kind.slice(round, round + 1);
      for (const bar of taken) {
        const isRare = k === 1 || (cuts.get(bar)?.isRare ?? false);
        if (bar > warmup && bar < length) cuts.set(bar, { bar, isRare });
      }
    }
  }
  return [...cuts.values()].slice(0, most);
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

/** Where a mask is what it seldom is: mostly 1, or 0 where it is seldom that. */
function signalCuts(masks: Masks, warmup: number, random: Random): number[] {
  const seldom = MASK_KEYS.map((key) => {
    const mask = masks[key];
    const ones = mask.subarray(warmup).reduce((sum, value) => sum + value, 0);
    const value = ones > (mask.length - warmup) / 2 ? 0 : 1;
    const bars: number[] = [];
    for (let bar = mask.indexOf(value, warmup); bar >= 0; bar = mask.indexOf(value, bar + 1)) bars.push(bar);
    return random.shuffle(bars);
  });
  const cuts = new Set<number>();
  const deepest = Math.min(SIGNAL_CUTS, Math.max(...seldom.map((bars) => bars.length)));
  for (let depth = 0; depth < deepest; depth++) {
    for (const bars of seldom) {
      const bar = bars[depth];
      if (bar !== undefined) cuts.add(bar + 1).add(depth % 2 === 0 ? bar : bar + 2);
    }
  }
  return [...cuts];
}

function borderCuts(candles: Candles, warmup: number, random: Random): number[] {
  const borders: number[] = [];
  for (let bar = warmup + 1; bar < candles.length; bar++) {
    const time = candles.time[bar] ?? 0;
    if (time % DAY_MS === 0 || time % (4 * HOUR_MS) === 0) borders.push(bar, bar + 1);
  }
  return random.shuffle(borders);
}
