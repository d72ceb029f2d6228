/** How the price of a market moves; deviations and drifts are of the logarithm, a bar. */
export type Character = {
  startPrice: number;
  deviation: number;
  drift: number;
  /** Share of the way back to the start price that each bar goes. */
  pull: number;
  /** Chance of a jump between two bars, and its deviation. */
  jumpChance: number;
  jump: number;
  /** Chance that bars are missing behind this one, and how much time they make at most; at least three bars' worth. */
  gapChance: number;
  gapMs: number;
  /** Chance that a bar closes in the direction of the one before. */
  persistence: number;
  /** Chance of a bar without a trade: four equal prices and no volume. */
  idleChance: number;
  /** Chance that a wick is missing. */
  baldChance: number;
  /** Prices are multiples of this share of the start price's power of ten; 0: of nothing. */
  tick: number;
  /** Chance of a bar with ten to forty times the volume. */
  rushChance: number;
};

const ORDINARY: Character = {
  startPrice: 100,
  deviation: 0.004,
  drift: 0,
  pull: 0,
  jumpChance: 0,
  jump: 0,
  gapChance: 0,
  gapMs: 0,
  persistence: 0.5,
  idleChance: 0,
  baldChance: 0,
  tick: 0,
  rushChance: 0,
};

const SWINGS: Character = { ...ORDINARY, deviation: 0.01, pull: 0.05 };
const TRADED: Character = { ...SWINGS, tick: 1e-4, baldChance: 0.1, idleChance: 0.01, rushChance: 0.01 };

/** What a patchwork is made of, a piece at a time: everything that a market may do for a while. */
const PIECES: Character[] = [
  TRADED,
  { ...TRADED, deviation: 0.0015 },
  { ...TRADED, drift: 0.004, persistence: 0.65, pull: 0 },
  { ...TRADED, drift: -0.006, persistence: 0.65, pull: 0 },
  { ...TRADED, deviation: 0.03, rushChance: 0.05 },
  { ...TRADED, tick: 2e-3, deviation: 0.002, idleChance: 0.15, baldChance: 0.4 },
  { ...TRADED, persistence: 0.9 },
  { ...TRADED, jumpChance: 0.08, jump: 0.08, gapChance: 0.03 },
  { ...TRADED, idleChance: 0.8 },
  { ...TRADED, pull: 0.5 },
];

/** Bars of a piece. */
const PIECE_BARS = { least: 15, most: 70 };

const CHARACTERS = {
  walk: ORDINARY,
  swings: SWINGS,
  trend: { ...ORDINARY, drift: 0.002 },
  crash: { ...ORDINARY, drift: -0.004, deviation: 0.01 },
  gaps: { ...ORDINARY, jumpChance: 0.05, jump: 0.05, gapChance: 0.05, gapMs: 6 * 3_600_000 },
  flat: { ...ORDINARY, deviation: 0 },
  tiny: { ...ORDINARY, startPrice: 4e-8, deviation: 0.01 },
  huge: { ...ORDINARY, startPrice: 3e7, deviation: 0.01 },
  wild: { ...TRADED, deviation: 0.05, jumpChance: 0.05, jump: 0.3, rushChance: 0.1 },
  boom: { ...TRADED, drift: 0.005, deviation: 0.015, pull: 0 },
  bust: { ...TRADED, drift: -0.005, deviation: 0.015, pull: 0 },
  idle: { ...TRADED, idleChance: 0.4 },
  /** Jumps through all powers of ten, some of them at a time. */
  ladder: { ...TRADED, tick: 0, pull: 0, jumpChance: 0.01, jump: 3 },
  streaks: { ...TRADED, persistence: 0.93, pull: 0.02 },
  /** Most bars are missing, so that it goes through years and leaves out no day. */
  calendar: { ...TRADED, gapChance: 0.7, gapMs: 86_400_000 },
} satisfies Record<string, Character>;

export type MarketKind = keyof typeof CHARACTERS | "patchwork";

/** The character of a market from a bar on, and for how many bars. */
export function pieceOf(kind: MarketKind, int: (min: number, max: number) => number): [Character, bars: number] {
  if (kind !== "patchwork") return [CHARACTERS[kind], Number.POSITIVE_INFINITY];
  return [PIECES[int(0, PIECES.length - 1)] ?? TRADED, int(PIECE_BARS.least, PIECE_BARS.most)];
}
