import type { Candles } from "../../core/kernel/candles.ts";
import { randomFrom } from "../../core/kernel/random.ts";

const MOST = 12;
/** A bar opens this far from the last close. */
const JUMP_FRAC = 0.015;
/** A bar's range is this many times the mean one. */
const WIDE = 4;
const RUSH = 8;

const known = new WeakMap<Candles, readonly number[][]>();

/** Bars that a condition may pick out of a market, a few of each kind: idle, behind a gap, jumping, wide, rushed. */
export function specialBars(candles: Candles): readonly number[][] {
  const found = known.get(candles) ?? find(candles);
  known.set(candles, found);
  return found;
}

function find({ time, open, high, low, close, volume, length }: Candles): readonly number[][] {
  const bars = Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const at = (column: Float64Array, bar: number): number => column[bar] ?? 0;
  const range = (bar: number): number => at(high, bar) - at(low, bar);
  const barMs = Math.min(...bars.map((bar) => at(time, bar) - at(time, bar - 1)));
  const [meanRange, meanVolume] = [mean(bars.map(range)), mean(bars.map((bar) => at(volume, bar)))];
  const isFlat = (bar: number): boolean => at(open, bar) === at(close, bar);
  const kinds: ((bar: number) => boolean)[] = [
    (bar) => at(volume, bar) === 0,
    (bar) => at(time, bar) - at(time, bar - 1) > barMs,
    (bar) => Math.abs(at(open, bar) / at(close, bar - 1) - 1) > JUMP_FRAC,
    (bar) => range(bar) > WIDE * meanRange,
    (bar) => at(volume, bar) > RUSH * meanVolume,
    (bar) => isFlat(bar) && range(bar) > 0,
    // Where idle bars end and begin.
    (bar) => isFlat(bar) !== isFlat(bar - 1),
  ];
  const random = randomFrom(`special ${length}`);
  return kinds.map((is) => random.shuffle(bars.filter(is)).slice(0, MOST)).filter((chosen) => chosen.length > 0);
}
