import type { StrategyType } from "../../../../core/strategy/definition.ts";
import type { Draft } from "./draft.ts";

/** One condition as source text, for a long and mirrored for a short; neutral conditions say the same twice. */
export type Sides = { long: string; short: string };

/** A condition that a strategy is built from. */
export type Block = {
  id: string;
  /** What it looks at: two blocks of one subject would repeat or contradict each other. */
  subject: string;
  /** It reads a higher timeframe, so it cannot stand in a strategy on the highest one. */
  needsHigher?: true;
  /** The condition, or several that must all hold. */
  write(draft: Draft): Sides | Sides[];
};

/** What an entry waits for. `filters` says how many filters it bears before it hardly ever fires. */
export type Trigger = Block & {
  filters: readonly [fewest: number, most: number];
  /** It bets on the way back, whatever its type: filters that ask for a move its way would contradict it. */
  isAgainst?: true;
};

/** What must hold besides; `fits` are the types of strategy in which it neither contradicts nor repeats the trigger. */
export type Filter = Block & { fits: readonly StrategyType[] };

/** A mask that leaves a position, for the side that is held. */
export type ExitMask = Block & { fits: readonly StrategyType[] };

export function crosses(a: string, b: string | number): Sides {
  return { long: `ta.crossAbove(${a}, ${b})`, short: `ta.crossBelow(${a}, ${b})` };
}

export function compares(a: string, b: string | number): Sides {
  return { long: `ta.gt(${a}, ${b})`, short: `ta.lt(${a}, ${b})` };
}

/** Leaves a band by its upper edge for a long, by its lower one for a short. */
export function breaks(column: string, upper: string | number, lower: string | number): Sides {
  return { long: `ta.crossAbove(${column}, ${upper})`, short: `ta.crossBelow(${column}, ${lower})` };
}

/** Comes back into a band: over its lower edge for a long, under its upper one for a short. */
export function returns(column: string, lower: string | number, upper: string | number): Sides {
  return { long: `ta.crossAbove(${column}, ${lower})`, short: `ta.crossBelow(${column}, ${upper})` };
}

/** Leaves a band against the trade: below its lower edge for a long, which bets on the way back. */
export function overshoots(column: string, lower: string | number, upper: string | number): Sides {
  return { long: `ta.crossBelow(${column}, ${lower})`, short: `ta.crossAbove(${column}, ${upper})` };
}

export function both(condition: string): Sides {
  return { long: condition, short: condition };
}

/** Several conditions that must all hold. */
export function allOf(...conditions: Sides[]): Sides[] {
  return conditions;
}
