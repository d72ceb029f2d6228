import type { Candles } from "../../core/kernel/candles.ts";
import { type Random, randomFrom } from "../../core/kernel/random.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import { type Character, type MarketKind, pieceOf } from "./characters.ts";

/** 2024-01-01, a Monday: the first bar of every market begins a whole number of days later. */
const START_MS = 1_704_067_200_000;
/** So that it comes to a leap day, and to the last months of three years. */
const CALENDAR_START_MS = Date.UTC(2023, 2);
const DAY_MS = 86_400_000;
/** Of the kinds that are made to measure. */
const USUAL_PRICE = 100;
const USUAL_VOLUME = 10_000;

/** Markets are the same for every strategy: those made are kept, up to so many bars in all. */
const MAX_BARS_KEPT = 150_000;
/** Prices and gaps of a market, whatever its timeframe: what is computed of a column is so of all timeframes. */
type Course = Omit<Candles, "time"> & {
  startMs: number;
  gapMs: number;
  /** Behind each bar: 0 where none is missing, else how long the gap is, in parts of the longest one. */
  gaps: Float64Array;
};
const courses = new Map<string, Course>();
const kept = new Map<string, Candles>();
let barsKept = 0;

/** A market of a kind, always the same for the same arguments, so that a verdict does not depend on luck. */
export function marketOf(kind: MarketKind, timeframe: Timeframe, bars: number, seed = 1): Candles {
  return marketFor({ kind, timeframe, bars, seed });
}

/** The same by an order. What is made to measure is the usual market at other prices or another time, and not kept. */
export function marketFor(order: Order): Candles {
  const { price, volume, startMs } = order;
  const usual = keptMarket(order);
  if (price === undefined && volume === undefined && startMs === undefined) return usual;
  const { time, open, high, low, close } = usual;
  const shift = startMs === undefined ? 0 : startMs - (time[0] ?? 0);
  const factor = (price ?? USUAL_PRICE) / USUAL_PRICE;
  const scale = (column: Float64Array, by: number): Float64Array =>
    by === 1 ? column : column.map((value) => value * by);
  return {
    time: shift === 0 ? time : time.map((value) => value + shift),
    open: scale(open, factor),
    high: scale(high, factor),
    low: scale(low, factor),
    close: scale(close, factor),
    volume: scale(usual.volume, (volume ?? USUAL_VOLUME) / USUAL_VOLUME),
    length: usual.length,
  };
}

function keptMarket({ kind, timeframe, bars, seed }: Order): Candles {
  const name = `${kind} ${bars} ${seed}`;
  const key = `${name} ${timeframe}`;
  const known = kept.get(key);
  if (known) return known;
  if (barsKept + bars > MAX_BARS_KEPT) {
    courses.clear();
    kept.clear();
    barsKept = 0;
  }
  const course = courses.get(name) ?? makeCourse(kind, bars, seed);
  if (!courses.has(name)) barsKept += bars;
  courses.set(name, course);
  const { open, high, low, close, volume, length } = course;
  const candles = { time: timesOf(course, timeframeMs(timeframe)), open, high, low, close, volume, length };
  kept.set(key, candles);
  return candles;
}

function timesOf({ startMs, gapMs, gaps }: Course, barMs: number): Float64Array {
  const most = Math.max(3, Math.floor(gapMs / barMs));
  let time = startMs;
  return gaps.map((gap) => {
    const opened = time;
    time += barMs * (gap === 0 ? 1 : 2 + Math.floor(gap * most));
    return opened;
  });
}

/** At least so many bars, in steps that let strategies share their markets. */
export function stepUp(bars: number): number {
  let step = 500;
  while (step < bars) step = Math.ceil((step * 3) / 2 / 100) * 100;
  return step;
}

export type Order = {
  kind: MarketKind;
  timeframe: Timeframe;
  bars: number;
  seed: number;
  /** Where others than the usual ones are wanted: the first price, the median volume, the open time of the first bar. */
  price?: number;
  volume?: number;
  startMs?: number;
};

function makeCourse(kind: MarketKind, bars: number, seed: number): Course {
  const random = randomFrom(`validate ${kind} ${seed}`);
  let [character, left] = pieceOf(kind, random.int);
  const { startPrice, gapMs } = character;
  const course: Course = {
    startMs: (kind === "calendar" ? CALENDAR_START_MS : START_MS) + random.int(0, 300) * DAY_MS,
    gapMs,
    gaps: new Float64Array(bars),
    open: new Float64Array(bars),
    high: new Float64Array(bars),
    low: new Float64Array(bars),
    close: new Float64Array(bars),
    volume: new Float64Array(bars),
    length: bars,
  };
  let state: State = { price: startPrice, heat: 1, direction: 1, isBehindGap: false };
  for (let i = 0; i < bars; i++) {
    state = addBar(course, i, state, character, startPrice, random);
    left -= 1;
    if (left <= 0) [character, left] = pieceOf(kind, random.int);
  }
  return course;
}

type State = { price: number; heat: number; direction: number; isBehindGap: boolean };

/** Where bars are missing the price has gone on. */
const JUMP_BEHIND_GAP = { chance: 0.5, least: 0.03 };

function addBar(
  course: Course,
  i: number,
  state: State,
  character: Character,
  startPrice: number,
  random: Random,
): State {
  const { deviation, drift, pull, jumpChance, jump, persistence, tick } = character;
  const grid = tick === 0 ? 0 : tick * 10 ** Math.floor(Math.log10(startPrice));
  const onGrid = (price: number): number => (grid === 0 ? price : Math.max(Math.round(price / grid), 1) * grid);
  const calmness = 0.9 * state.heat + 0.1 * Math.abs(random.normal()) + 0.02;
  const spread = deviation * calmness;
  const isJumping = random.next() < (state.isBehindGap ? JUMP_BEHIND_GAP.chance : jumpChance);
  const jumped = isJumping ? (state.isBehindGap ? Math.max(jump, JUMP_BEHIND_GAP.least) : jump) * random.normal() : 0;
  const open = onGrid(state.price * Math.exp(jumped));
  const isIdle = random.next() < character.idleChance;
  const direction = random.next() < persistence ? state.direction : -state.direction;
  const back = pull * Math.log(startPrice / open);
  const close = isIdle ? open : onGrid(open * Math.exp(drift + back + spread * direction * Math.abs(random.normal())));
  const wick = (): number => {
    const isBald = random.next() < character.baldChance;
    return isIdle || isBald ? 1 : Math.exp(spread * Math.abs(random.normal()));
  };
  course.open[i] = open;
  course.close[i] = close;
  course.high[i] = Math.max(open, close, onGrid(Math.max(open, close) * wick()));
  course.low[i] = Math.min(open, close, onGrid(Math.min(open, close) / wick()));
  const rush = random.next() < character.rushChance ? random.int(10, 40) : 1;
  course.volume[i] = deviation === 0 || isIdle ? 0 : (1e6 / startPrice) * rush * Math.exp(random.normal());
  const isBeforeGap = random.next() < character.gapChance;
  course.gaps[i] = isBeforeGap ? random.next() : 0;
  return { price: close, heat: calmness, direction: Math.sign(close - open) || direction, isBehindGap: isBeforeGap };
}
