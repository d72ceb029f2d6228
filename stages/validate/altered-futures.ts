import type { Candles } from "../../core/kernel/candles.ts";
import { randomFrom } from "../../core/kernel/random.ts";

const DAY_MS = 86_400_000;

function mapColumns(candles: Candles, length: number, map: (column: Float64Array) => Float64Array): Candles {
  const { time, open, high, low, close, volume } = candles;
  const columns = { time: map(time), open: map(open), high: map(high), low: map(low), close: map(close) };
  return { ...columns, volume: map(volume), length };
}

/** Bars `from` to `to`, as a view: nobody writes to candles. */
export function between(candles: Candles, from: number, to: number): Candles {
  return mapColumns(candles, Math.max(0, to - from), (column) => column.subarray(from, to));
}

/** Prices and volumes times the same factor. */
function scaled(candles: Candles, factor: number): Candles {
  const times = (column: Float64Array): Float64Array => column.map((value) => value * factor);
  return { ...mapColumns(candles, candles.length, times), time: candles.time };
}

/**
 * The markets that the future may be that of. Times are the same in all but one. Each is made of the whole market, and
 * its bars from a cut on are put behind the bars that are kept.
 */
const MADE = {
  permuted(candles) {
    const order = randomFrom("permuted").shuffle(Array.from({ length: candles.length }, (_, i) => i));
    const permute = (column: Float64Array): Float64Array => column.map((_, i) => column[order[i] ?? i] ?? 0);
    return { ...mapColumns(candles, candles.length, permute), time: candles.time };
  },
  mirrored(candles) {
    // Around the first price, on a logarithmic scale: rises become falls, highs become lows.
    const square = (candles.close[0] ?? 1) ** 2;
    const mirror = (column: Float64Array): Float64Array => column.map((price) => square / price);
    const { open, high, low, close } = candles;
    return { ...candles, open: mirror(open), high: mirror(low), low: mirror(high), close: mirror(close) };
  },
  replaced(candles, other) {
    const { open, high, low, close, volume } = between(other, 0, candles.length);
    return { ...candles, open, high, low, close, volume };
  },
  risen: (candles) => scaled(candles, 3),
  fallen: (candles) => scaled(candles, 1 / 3),
  // A whole series may have so small a part in a value that nothing less shows it.
  soared: (candles) => scaled(candles, 1e6),
  vanished: (candles) => scaled(candles, 1e-6),
  // Of ratios and ranges no scaling says anything: here each bar is thrown to another price.
  torn(candles) {
    const random = randomFrom("torn");
    const thrown = (column: Float64Array): Float64Array => column.map((value) => value * Math.exp(2 * random.normal()));
    const [open, close] = [thrown(candles.open), thrown(candles.close)];
    const high = open.map((value, i) => 1.5 * Math.max(value, close[i] ?? value));
    const low = open.map((value, i) => Math.min(value, close[i] ?? value) / 1.5);
    return { ...candles, open, high, low, close, volume: thrown(candles.volume) };
  },
  delayed: (candles) => ({ ...candles, time: candles.time.map((time) => time + 3 * DAY_MS) }),
} satisfies Record<string, (candles: Candles, other: Candles) => Candles>;

/** How the bars behind a cut are taken away: `dropped`, there are none, or those of another market. */
export type FutureKind = "dropped" | keyof typeof MADE;

/** Those that no market brings: a strategy may fail on them. */
export const EXTREME: FutureKind[] = ["soared", "vanished", "torn"];

const futures = new WeakMap<Candles, Map<FutureKind, Candles>>();

/** The market that a future of these candles is taken from, made once; null where there is none. */
export function futureOf(candles: Candles, kind: FutureKind, other: Candles): Candles | null {
  if (kind === "dropped") return null;
  const known = futures.get(candles) ?? new Map<FutureKind, Candles>();
  futures.set(candles, known);
  const made = known.get(kind) ?? MADE[kind](candles, other);
  known.set(kind, made);
  return made;
}
