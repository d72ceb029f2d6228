import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { childrenOf, type Node } from "../../core/strategy/tree.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import { type Order, stepUp } from "./markets.ts";

/**
 * A market by everything but its timeframe; `isMeant`: worth it whatever was seen, as where the text speaks of it;
 * `beside`: worth it if this one is.
 */
type Ground = Omit<Order, "timeframe"> & { isMeant?: true; beside?: Ground[] };

const BARS = 1_500;
const CALENDAR_BARS = 5_000;
const LONG_BARS = 6_000;
const POWERS_OF_TWO = [1_024, 4_096];
const LONGEST_BARS = 60_000;
/** Numbers of the text that markets are made for, of each kind. */
const MAX_NUMBERS = 4;
const DAY_MS = 86_400_000;
const EARLIEST_MS = Date.UTC(2010);
const LATEST_MS = Date.UTC(2040);

/**
 * Markets on which a strategy may do what it does on none of the usual ones: streaks and jumps, years with all their
 * days, other prices, long histories, and those that the numbers in its text speak of.
 */
export function* huntingGrounds(module: AdmittedModule, reach: { near: number; far: number }): Generator<Ground> {
  const { timeframe, warmup } = module.definition;
  const bars = stepUp(BARS + reach.near);
  const numbers = numbersOf(module);
  for (const time of numbers.flatMap(timesMeantBy).slice(0, MAX_NUMBERS)) {
    const startMs = Math.floor(time / DAY_MS) * DAY_MS - Math.floor(bars / 2) * timeframeMs(timeframe);
    yield { kind: "patchwork", bars, seed: 7, startMs, isMeant: true };
  }
  yield { kind: "patchwork", bars: stepUp(2 * BARS + reach.near), seed: 9, isMeant: true };
  const levels = numbers.filter((value) => value > 0 && value < EARLIEST_MS && (value < 1 || value > 100));
  for (const level of levels.slice(0, MAX_NUMBERS)) {
    // Near the level, and where that does something new also a little above it, and down to it from above.
    const beside: Ground[] = [
      { kind: "swings", bars, seed: 8, price: level * 1.1, volume: level },
      { kind: "bust", bars: stepUp(BARS / 3 + reach.near), seed: 8, price: level * 3, volume: level },
    ];
    yield { kind: "patchwork", bars, seed: 8, price: level * 1.03, volume: level, beside };
  }
  const lengths = numbers.filter((value) => Number.isInteger(value) && value >= 100 && value <= LONG_BARS);
  for (const length of lengths.slice(0, MAX_NUMBERS)) {
    yield { kind: "swings", bars: length * Math.ceil(BARS / 3 / length), seed: 9 };
  }
  const [longest] = numbers.filter((value) => Number.isInteger(value) && value > LONG_BARS && value < LONGEST_BARS);
  if (longest !== undefined) yield { kind: "swings", bars: longest + BARS / 3, seed: 7 };
  if (reach.far > reach.near) yield { kind: "patchwork", bars: stepUp(BARS + reach.far), seed: 3 };
  for (const kind of ["streaks", "wild", "idle", "boom", "bust", "ladder"] as const) yield { kind, bars, seed: 3 };
  // Lengths that a text may single out.
  for (const length of POWERS_OF_TWO) yield { kind: "swings", bars: length, seed: 3 };
  yield { kind: "patchwork", bars, seed: 5, price: 60_000, volume: 300 };
  yield { kind: "patchwork", bars, seed: 6, price: 1e-5, volume: 1e12 };
  yield { kind: "calendar", bars: CALENDAR_BARS + warmup, seed: 3 };
  yield { kind: "patchwork", bars: LONG_BARS + warmup, seed: 4 };
}

/** Times that a number may stand for: in ms, in seconds, in days since 1970, or a year. */
function timesMeantBy(value: number): number[] {
  const year = Number.isInteger(value) && value >= 2010 && value <= 2040 ? Date.UTC(value, 3) : Number.NaN;
  return [value, value * 1_000, value * DAY_MS, year].filter((time) => time > EARLIEST_MS && time < LATEST_MS);
}

/** The numbers that its functions and constants name, the largest first. */
function numbersOf({ program }: AdmittedModule): number[] {
  const numbers = new Set<number>();
  const visit = (node: Node): void => {
    if (node.type === "Literal" && typeof node.value === "number") numbers.add(node.value);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return [...numbers].sort((a, b) => b - a);
}
