import { betterOf, isReached } from "./fills.ts";
import type { Position } from "./position.ts";
import type { Account, Exits } from "./rules.ts";

/**
 * A strategy's exits as plain numbers for the loop over bars. Fractions as in STRATEGY.md 2; a part that is not
 * there is NaN, which no comparison reaches, or Infinity for the time held.
 */
export type ExitTerms = {
  readonly trailingStop: number;
  readonly trailingStopFrom: number;
  readonly breakEvenFrom: number;
  readonly trailingTarget: number;
  readonly trailingTargetFrom: number;
  readonly maxHeldMs: number;
  readonly fee: number;
  readonly slippage: number;
};

export function exitTerms(exits: Exits, account: Account, timeframeMs: number): ExitTerms {
  const { stop, takeProfit } = exits;
  return {
    trailingStop: stop.kind === "trailing" ? stop.value : Number.NaN,
    trailingStopFrom: stop.kind === "trailing" ? (stop.activateAt ?? 0) : Number.NaN,
    breakEvenFrom: exits.breakEven?.activateAt ?? Number.NaN,
    trailingTarget: takeProfit?.kind === "trailing" ? takeProfit.value : Number.NaN,
    trailingTargetFrom: takeProfit?.kind === "trailing" ? takeProfit.activateAt : Number.NaN,
    maxHeldMs: exits.maxBars === undefined ? Number.POSITIVE_INFINITY : exits.maxBars * timeframeMs,
    fee: account.fee,
    slippage: account.slippage,
  };
}

/** The protective level of the stops alone: first stop, trailing stop and break-even, the most favourable of them. */
function stopLevel(position: Position, terms: ExitTerms): number {
  const { side, entryPrice, best } = position;
  let level = entryPrice - side * position.stopDistance;
  if (isReached(side, best, entryPrice * (1 + side * terms.trailingStopFrom))) {
    level = betterOf(side, level, best * (1 - side * terms.trailingStop));
  }
  if (isReached(side, best, entryPrice * (1 + side * terms.breakEvenFrom))) {
    // Both fees and the slippage of the exit are in it, so that leaving here nets 0 but for funding.
    const nothingLost = (entryPrice * (1 + side * terms.fee)) / ((1 - side * terms.fee) * (1 - side * terms.slippage));
    level = betterOf(side, level, nothingLost);
  }
  return level;
}

function trailingTargetLevel(position: Position, terms: ExitTerms): number {
  const { side, entryPrice, best } = position;
  return isReached(side, best, entryPrice * (1 + side * terms.trailingTargetFrom))
    ? best * (1 - side * terms.trailingTarget)
    : Number.NaN;
}

/**
 * The price that protects a position during the bar after those in `position.best` (EXECUTION.md 4). It may lie
 * beyond the market (break-even under its costs): then the next open takes it.
 */
export function protectiveLevel(position: Position, terms: ExitTerms): number {
  return betterOf(position.side, stopLevel(position, terms), trailingTargetLevel(position, terms));
}

/** Whose level it is: `target` if the trailing target's alone is the most favourable, else `stop`. */
export function protectiveReason(position: Position, terms: ExitTerms): "stop" | "target" {
  const stop = stopLevel(position, terms);
  return betterOf(position.side, stop, trailingTargetLevel(position, terms)) === stop ? "stop" : "target";
}
