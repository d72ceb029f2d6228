/** A stream of random numbers that its seed alone decides, on every machine. */
export type Random = {
  /** Uniform in [0, 1), a multiple of 2^-53. */
  next(): number;
  /** A whole number, `min` and `max` included. */
  int(min: number, max: number): number;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** Normally distributed, mean 0 and deviation 1. */
  normal(): number;
  /** The items in a new order, each order as likely as any other. */
  shuffle<T>(items: readonly T[]): T[];
};

/** FNV-1a over UTF-16 units: spreads any text over 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): 32 random bits a call. Its first outputs are thrown away to mix the seed. */
function sfc32(seed: string): () => number {
  let a = hash(seed);
  let b = hash(`${seed}/b`);
  let c = hash(`${seed}/c`);
  let counter = 1;
  const bits = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let i = 0; i < 15; i++) bits();
  return bits;
}

/** The stream of a seed. Streams of different seeds (`seed/coin`) do not repeat one another. */
export function randomFrom(seed: string | number): Random {
  const bits = sfc32(String(seed));
  const next = () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (items) => {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}
