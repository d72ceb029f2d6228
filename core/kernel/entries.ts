import { SixbtcError } from "../errors.ts";
import type { Masks } from "./candles.ts";
import { type Measure, measureAt } from "./distances.ts";
import type { Market } from "./market.ts";
import type { TradingRules } from "./rules.ts";

/**
 * Every entry that masks ask for and that has a bar to act on, as columns ordered by grid index, then universe
 * order. Whether it counts is decided when it is reached, on what is open then.
 */
export type Entries = {
  readonly length: number;
  /** Grid index of the bar at whose open the entry acts. */
  readonly grid: Int32Array;
  /** Index of the coin in universe order. */
  readonly coin: Int32Array;
  /** The coin's own index of the signal bar; the entry bar is the next one. */
  readonly signalBar: Int32Array;
  /** +1 long, -1 short. */
  readonly side: Int8Array;
  /** 1 where the signal bar also asks to leave the opposite position, so that the entry may turn it. */
  readonly isTurn: Uint8Array;
  /** Measured distances by kind and length, filled in as exits ask for them. */
  readonly measured: Map<string, Float64Array>;
};

type Found = { coin: number; signalBar: number[]; side: number[] };

/** Signal bars of one coin from warm-up on with one entry, not two, and the next bar right behind. */
function findEntries(market: Market, coin: number, masks: Masks, rules: TradingRules): Found {
  const { time, length } = market.coins[coin]!.candles;
  const { enterLong, enterShort } = masks;
  for (const [name, mask] of Object.entries(masks)) {
    if (mask.length === length) continue;
    throw new SixbtcError("kernel.precondition", `${name} has ${mask.length} values for ${length} bars`);
  }
  const found: Found = { coin, signalBar: [], side: [] };
  for (let t = rules.warmup; t < length - 1; t++) {
    const long = enterLong[t]!;
    if (long === enterShort[t]! || time[t + 1]! !== time[t]! + market.timeframeMs) continue;
    if (rules.direction === (long === 1 ? "short" : "long")) continue;
    found.signalBar.push(t);
    found.side.push(long === 1 ? 1 : -1);
  }
  return found;
}

/** Start of each grid index among the entries, by counting: they come coin by coin and are wanted by time. */
function startsByGrid(market: Market, found: readonly Found[]): Int32Array {
  const starts = new Int32Array(market.gridTime.length + 1);
  for (const { coin, signalBar } of found) {
    const barGrid = market.barGrid[coin]!;
    for (const t of signalBar) starts[barGrid[t + 1]! + 1]!++;
  }
  for (let g = 1; g < starts.length; g++) starts[g]! += starts[g - 1]!;
  return starts;
}

export function collectEntries(market: Market, masks: readonly Masks[], rules: TradingRules): Entries {
  const found = market.coins.map((_, coin) => findEntries(market, coin, masks[coin]!, rules));
  const next = startsByGrid(market, found);
  const length = next.at(-1)!;
  const entries: Entries = {
    length,
    grid: new Int32Array(length),
    coin: new Int32Array(length),
    signalBar: new Int32Array(length),
    side: new Int8Array(length),
    isTurn: new Uint8Array(length),
    measured: new Map(),
  };
  for (const { coin, signalBar, side } of found) {
    const { exitLong, exitShort } = masks[coin]!;
    for (let i = 0; i < signalBar.length; i++) {
      const t = signalBar[i]!;
      const g = market.barGrid[coin]![t + 1]!;
      const at = next[g]!++;
      entries.grid[at] = g;
      entries.coin[at] = coin;
      entries.signalBar[at] = t;
      entries.side[at] = side[i]!;
      // With one direction alone no entry is opposite to a position.
      entries.isTurn[at] = side[i]! > 0 ? exitShort[t]! : exitLong[t]!;
    }
  }
  return entries;
}

/**
 * The measure at the signal bar of each entry, in quote currency, NaN while not known; all NaN for `null`. Kept with
 * the entries, so that the combinations of a sweep measure once.
 */
export function measureEntries(market: Market, entries: Entries, measure: Measure | null): Float64Array {
  const key =
    measure === null ? "none" : `${measure.kind} ${measure.kind === "swing" ? measure.lookback : measure.length}`;
  const known = entries.measured.get(key);
  if (known !== undefined) return known;

  const out = new Float64Array(entries.length).fill(Number.NaN);
  entries.measured.set(key, out);
  if (measure === null) return out;
  const ofCoin: number[][] = market.coins.map(() => []);
  for (let i = 0; i < entries.length; i++) ofCoin[entries.coin[i]!]!.push(i);
  for (const [coin, indexes] of ofCoin.entries()) {
    const { candles, history } = market.coins[coin]!;
    const barsBefore = history?.barsBefore ?? 0;
    const signals = indexes.map((i) => entries.signalBar[i]! + barsBefore);
    const sides = indexes.map((i) => entries.side[i]!);
    const values = measureAt(measure, history?.candles ?? candles, signals, sides);
    for (const [at, i] of indexes.entries()) out[i] = values[at]!;
  }
  return out;
}
