import type { Candles } from "../../core/kernel/candles.ts";
import { type Random, randomFrom } from "../../core/kernel/random.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

/** How the price of a market moves; deviations and drifts are of the logarithm, a bar. */
type Character = {
  startPrice: number;
  deviation: number;
  drift: number;
  /** Share of the way back to the start price that each bar goes. */
  pull: number;
  /** Chance of a jump between two bars, and its deviation. */
  jumpChance: number;
  jump: number;
  /** Chance that the next bar is missing. */
  gapChance: number;
};

const ORDINARY: Character = {
  startPrice: 100,
  deviation: 0.004,
  drift: 0,
  pull: 0,
  jumpChance: 0,
  jump: 0,
  gapChance: 0,
};

const CHARACTERS = {
  walk: ORDINARY,
  swings: { ...ORDINARY, deviation: 0.01, pull: 0.05 },
  trend: { ...ORDINARY, drift: 0.002 },
  crash: { ...ORDINARY, drift: -0.004, deviation: 0.01 },
  gaps: { ...ORDINARY, jumpChance: 0.05, jump: 0.05, gapChance: 0.02 },
  flat: { ...ORDINARY, deviation: 0 },
  tiny: { ...ORDINARY, startPrice: 4e-8, deviation: 0.01 },
  huge: { ...ORDINARY, startPrice: 3e7, deviation: 0.01 },
} satisfies Record<string, Character>;

export type MarketKind = keyof typeof CHARACTERS;

/** 2024-01-01, a Monday: the first bar of every market begins a whole number of days later. */
const START_MS = 1_704_067_200_000;
const DAY_MS = 86_400_000;

/** Markets are the same for every strategy: those made are kept, up to so many bars in all. */
const MAX_BARS_KEPT = 400_000;
const kept = new Map<string, Candles>();
let barsKept = 0;

/** A market of a kind, always the same for the same arguments, so that a verdict does not depend on luck. */
export function marketOf(kind: MarketKind, timeframe: Timeframe, bars: number, seed = 1): Candles {
  const key = `${kind} ${timeframe} ${bars} ${seed}`;
  const known = kept.get(key);
  if (known) return known;
  if (barsKept + bars > MAX_BARS_KEPT) {
    kept.clear();
    barsKept = 0;
  }
  const candles = makeMarket(kind, timeframe, bars, seed);
  kept.set(key, candles);
  barsKept += bars;
  return candles;
}

/** At least so many bars, in steps that let strategies share their markets. */
export function stepUp(bars: number): number {
  let step = 500;
  while (step < bars) step = Math.ceil((step * 3) / 2 / 100) * 100;
  return step;
}

function makeMarket(kind: MarketKind, timeframe: Timeframe, bars: number, seed: number): Candles {
  const random = randomFrom(`validate ${kind} ${seed}`);
  const character = CHARACTERS[kind];
  const candles: Candles = {
    time: new Float64Array(bars),
    open: new Float64Array(bars),
    high: new Float64Array(bars),
    low: new Float64Array(bars),
    close: new Float64Array(bars),
    volume: new Float64Array(bars),
    length: bars,
  };
  let state = { time: START_MS + random.int(0, 300) * DAY_MS, price: character.startPrice, heat: 1 };
  for (let i = 0; i < bars; i++) state = addBar(candles, i, state, character, random, timeframeMs(timeframe));
  return candles;
}

type State = { time: number; price: number; heat: number };

function addBar(candles: Candles, i: number, state: State, character: Character, random: Random, barMs: number): State {
  const { deviation, drift, pull, jumpChance, jump, startPrice } = character;
  const calmness = 0.9 * state.heat + 0.1 * Math.abs(random.normal()) + 0.02;
  const spread = deviation * calmness;
  const jumped = random.next() < jumpChance ? jump * random.normal() : 0;
  const open = state.price * Math.exp(jumped);
  const back = pull * Math.log(startPrice / open);
  const close = open * Math.exp(drift + back + spread * random.normal());
  candles.time[i] = state.time;
  candles.open[i] = open;
  candles.close[i] = close;
  candles.high[i] = Math.max(open, close) * Math.exp(spread * Math.abs(random.normal()));
  candles.low[i] = Math.min(open, close) * Math.exp(-spread * Math.abs(random.normal()));
  candles.volume[i] = deviation === 0 ? 0 : (1e6 / startPrice) * Math.exp(random.normal());
  const missing = random.next() < character.gapChance ? random.int(1, 3) : 0;
  return { time: state.time + (1 + missing) * barMs, price: close, heat: calmness };
}
