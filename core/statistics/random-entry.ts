import { SixbtcError } from "../errors.ts";
import { entryPrice, marketExitPrice } from "../kernel/fills.ts";
import { randomFrom } from "../kernel/random.ts";
import { permutationPValue } from "./p-value.ts";

/** Trades as columns, one value a trade, and the opens of their coins. */
export type EntrySample = {
  /** Opens of each coin's bars in the window. */
  readonly opens: readonly Float64Array[];
  /** Index of the trade's coin in `opens`. */
  readonly coin: Int32Array;
  readonly entryBar: Int32Array;
  /** From 1 on. */
  readonly heldBars: Int32Array;
  /** +1 long, -1 short. */
  readonly side: Int8Array;
  /** Trades of one group, a number from 0 on, move together. */
  readonly group: Int32Array;
  /** What each trade gained as a fraction of its notional: price and costs, no funding. */
  readonly gained: Float64Array;
};

/** What both fills of a trade cost, as fractions (EXECUTION.md 3 and 4). */
export type FillCosts = { readonly fee: number; readonly slippage: number };

/** Means over the trades: of what they gained, and of all that random entries gained in their place. */
export type RandomEntries = { pValue: number; mean: number; randomMean: number };

/**
 * The p-value (`permutationPValue`) of the trades' mean gain against entries at random: each trade at another bar of its
 * coin, on the same side, for as many bars, from open to open with both fills' costs. What a market gives to anyone who
 * is in it for so long on that side is in both, so it takes drift out.
 *
 * Trades of one group are moved by as many bars as each other, round the end of their coin's bars to its beginning: coins
 * that are entered together rise and fall together, and drawn one by one they would make luck look rarer than it is. Each
 * trade by itself stands at any bar alike. NaN means without trades, whose p-value is 1.
 */
export function randomEntries(sample: EntrySample, costs: FillCosts, draws: number, seed: string): RandomEntries {
  checkSample(sample);
  const trades = sample.gained.length;
  const { next } = randomFrom(seed);
  const groups = sample.group.reduce((most, group) => Math.max(most, group + 1), 0);
  const longest = sample.opens.reduce((most, { length }) => Math.max(most, length), 0);
  const shifts = new Float64Array(groups);
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let group = 0; group < groups; group++) shifts[group] = Math.floor(next() * longest);
    means[draw] = meanAt(sample, shifts, costs);
  }
  const mean = sumOf(sample.gained) / trades;
  return { pValue: permutationPValue(mean, means), mean, randomMean: sumOf(means) / draws };
}

function checkSample({ opens, coin, entryBar, heldBars, side, group, gained }: EntrySample): void {
  for (const column of [coin, entryBar, heldBars, side, group]) {
    if (column.length === gained.length) continue;
    throw new SixbtcError(
      "statistics.precondition",
      `randomEntries: ${column.length} values of ${gained.length} trades`,
    );
  }
  for (let i = 0; i < gained.length; i++) {
    const bars = opens[coin[i]!]?.length ?? 0;
    if (bars >= 2 && heldBars[i]! >= 1 && entryBar[i]! >= 0 && entryBar[i]! < bars && group[i]! >= 0) continue;
    throw new SixbtcError(
      "statistics.precondition",
      `randomEntries: trade ${i} entered at bar ${entryBar[i]} of ${bars} for ${heldBars[i]}, in group ${group[i]}`,
    );
  }
}

/** Mean gain with each trade moved by the shift of its group. */
function meanAt({ opens, coin, entryBar, heldBars, side, group }: EntrySample, shifts: Float64Array, costs: FillCosts) {
  let sum = 0;
  for (let i = 0; i < coin.length; i++) {
    const open = opens[coin[i]!]!;
    const held = Math.min(heldBars[i]!, open.length - 1);
    const bar = (entryBar[i]! + shifts[group[i]!]!) % (open.length - held);
    sum += gainOf(side[i]! > 0 ? 1 : -1, open[bar]!, open[bar + held]!, costs);
  }
  return sum / coin.length;
}

function gainOf(side: 1 | -1, entryOpen: number, exitOpen: number, { fee, slippage }: FillCosts): number {
  const exitOverEntry = marketExitPrice(side, exitOpen, slippage) / entryPrice(side, entryOpen, slippage);
  return side * (exitOverEntry - 1) - fee * (1 + exitOverEntry);
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
