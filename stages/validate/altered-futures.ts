import type { Candles } from "../../core/kernel/candles.ts";
import { randomFrom } from "../../core/kernel/random.ts";

const PRICES = ["open", "high", "low", "close"] as const;
const VALUES = [...PRICES, "volume"] as const;

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

/** The ways in which the future is taken away. Times stay what they are, but for a future that is not there. */
export const ALTERED_FUTURES = {
  dropped: (candles, cut) => between(candles, 0, cut),
  permuted: (candles, cut) =>
    alter(candles, (copy) => {
      const places = Array.from({ length: candles.length - cut }, (_, i) => cut + i);
      const shuffled = randomFrom(`permuted ${cut}`).shuffle(places);
      for (const key of VALUES)
        for (const [i, from] of shuffled.entries()) copy[key][cut + i] = candles[key][from] ?? 0;
    }),
  mirrored: (candles, cut) =>
    alter(candles, (copy) => {
      // Around the last price before the cut, on a logarithmic scale: rises become falls, highs become lows.
      const square = (candles.close[Math.max(0, cut - 1)] ?? 1) ** 2;
      for (let i = cut; i < candles.length; i++) {
        copy.open[i] = square / (candles.open[i] ?? 1);
        copy.close[i] = square / (candles.close[i] ?? 1);
        copy.high[i] = square / (candles.low[i] ?? 1);
        copy.low[i] = square / (candles.high[i] ?? 1);
      }
    }),
  scaled: (candles, cut) =>
    alter(candles, (copy) => {
      const factor = cut % 2 === 0 ? 3 : 1 / 3;
      for (const key of PRICES)
        for (let i = cut; i < candles.length; i++) copy[key][i] = (candles[key][i] ?? 0) * factor;
      for (let i = cut; i < candles.length; i++) copy.volume[i] = (candles.volume[i] ?? 0) * 7;
    }),
  replaced: (candles, cut, other) =>
    alter(candles, (copy) => {
      for (const key of VALUES) copy[key].set(other[key].subarray(cut), cut);
    }),
} satisfies Record<string, Altered>;

export type FutureKind = keyof typeof ALTERED_FUTURES;

/** All but the dropped one: those that leave the number of bars as it was. */
export const SAME_LENGTH: FutureKind[] = ["replaced", "mirrored", "permuted", "scaled"];
