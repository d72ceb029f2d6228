import type { Candles } from "../../core/kernel/candles.ts";
import { randomFrom } from "../../core/kernel/random.ts";

const VALUES = ["open", "high", "low", "close", "volume"] as const;
const DAY_MS = 86_400_000;

/** A market whose bars from `cut` on are others; those before it are the same to the bit. */
type Altered = (candles: Candles, cut: number, other: Candles) => Candles;

function mapColumns(candles: Candles, length: number, map: (column: Float64Array) => Float64Array): Candles {
  const { time, open, high, low, close, volume } = candles;
  const columns = { time: map(time), open: map(open), high: map(high), low: map(low), close: map(close) };
  return { ...columns, volume: map(volume), length };
}

/** Bars `from` to `to`, as a view: nobody writes to candles. */
export function between(candles: Candles, from: number, to: number): Candles {
  return mapColumns(candles, Math.max(0, to - from), (column) => column.subarray(from, to));
}

function alter(candles: Candles, change: (copy: Candles) => void): Candles {
  const copy = mapColumns(candles, candles.length, (column) => column.slice());
  change(copy);
  return copy;
}

type Value = (typeof VALUES)[number];

/** `column` of the copy from `cut` on: what `change` makes of `from`. */
function put(copy: Candles, column: Value, cut: number, from: Float64Array, change: (value: number) => number): void {
  copy[column].set(from.subarray(cut).map(change), cut);
}

/** Prices and volumes times the same factor. */
function scaled(candles: Candles, cut: number, factor: number): Candles {
  return alter(candles, (copy) => {
    for (const key of VALUES) put(copy, key, cut, candles[key], (value) => value * factor);
  });
}

/** The ways in which the future is taken away. Times stay what they are in all but two. */
export const ALTERED_FUTURES = {
  dropped: (candles, cut) => between(candles, 0, cut),
  permuted: (candles, cut) =>
    alter(candles, (copy) => {
      const places = Array.from({ length: candles.length - cut }, (_, i) => cut + i);
      const shuffled = randomFrom(`permuted ${cut}`).shuffle(places);
      for (const key of VALUES) {
        for (const [i, from] of shuffled.entries()) copy[key][cut + i] = candles[key][from] ?? 0;
      }
    }),
  mirrored: (candles, cut) =>
    alter(candles, (copy) => {
      // Around the last price before the cut, on a logarithmic scale: rises become falls, highs become lows.
      const square = (candles.close[Math.max(0, cut - 1)] ?? 1) ** 2;
      const mirror = (price: number): number => square / price;
      put(copy, "open", cut, candles.open, mirror);
      put(copy, "close", cut, candles.close, mirror);
      put(copy, "high", cut, candles.low, mirror);
      put(copy, "low", cut, candles.high, mirror);
    }),
  replaced: (candles, cut, other) =>
    alter(candles, (copy) => {
      for (const key of VALUES) copy[key].set(other[key].subarray(cut), cut);
    }),
  risen: (candles, cut) => scaled(candles, cut, 3),
  fallen: (candles, cut) => scaled(candles, cut, 1 / 3),
  // A whole series may have so small a part in a value that nothing less shows it.
  soared: (candles, cut) => scaled(candles, cut, 1e6),
  vanished: (candles, cut) => scaled(candles, cut, 1e-6),
  delayed: (candles, cut) =>
    alter(candles, (copy) => {
      copy.time.set(
        candles.time.subarray(cut).map((time) => time + 3 * DAY_MS),
        cut,
      );
    }),
} satisfies Record<string, Altered>;

export type FutureKind = keyof typeof ALTERED_FUTURES;

/** Those that leave the number of bars as it was and that a market could bring, the most telling first. */
export const SAME_LENGTH: FutureKind[] = ["replaced", "risen", "mirrored", "fallen", "permuted", "delayed"];

/** Those that no market brings: a strategy may fail on them. */
export const EXTREME: FutureKind[] = ["soared", "vanished"];
