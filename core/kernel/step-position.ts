import { isBeyond, isReached, marketExitPrice } from "./fills.ts";
import { fundingPayment } from "./funding.ts";
import type { Exit, Position } from "./position.ts";
import { type ExitTerms, protectiveLevel, protectiveReason } from "./protective-level.ts";

/**
 * What takes a position, entered at an earlier bar, out at the open of the bar at `time` (EXECUTION.md 2, step 1), or
 * `null`. `hasExitSignal` is the exit mask of its side on the coin's bar before this one.
 */
export function exitAtOpen(
  position: Position,
  terms: ExitTerms,
  time: number,
  open: number,
  hasExitSignal: boolean,
): Exit | null {
  const { side } = position;
  if (isBeyond(side, open, position.liquidationPrice)) {
    return { reason: "liquidation", price: position.bankruptcyPrice };
  }
  if (isBeyond(side, open, protectiveLevel(position, terms))) {
    return { reason: protectiveReason(position, terms), price: marketExitPrice(side, open, terms.slippage) };
  }
  if (hasExitSignal) return { reason: "signal", price: marketExitPrice(side, open, terms.slippage) };
  if (time >= position.entryTime + terms.maxHeldMs) {
    return { reason: "maxBars", price: marketExitPrice(side, open, terms.slippage) };
  }
  // A limit order that rested there: the better open is its price.
  if (isReached(side, open, position.targetPrice)) return { reason: "target", price: open };
  return null;
}

/** What takes a position out within a bar, its entry bar included (EXECUTION.md 2, step 3), or `null`. */
export function exitWithinBar(
  position: Position,
  terms: ExitTerms,
  open: number,
  high: number,
  low: number,
): Exit | null {
  const { side } = position;
  const level = protectiveLevel(position, terms);
  const liquidation = position.liquidationPrice;
  const adverse = side > 0 ? low : high;
  // Of the two the more favourable is met first; and both before the target, since the order inside a bar is
  // unknown and the worse is assumed.
  if (side > 0 ? liquidation > level : liquidation < level) {
    if (isBeyond(side, adverse, liquidation)) return { reason: "liquidation", price: position.bankruptcyPrice };
  } else if (isBeyond(side, adverse, level)) {
    const met = side > 0 ? Math.min(level, open) : Math.max(level, open);
    return { reason: protectiveReason(position, terms), price: marketExitPrice(side, met, terms.slippage) };
  }
  const favourable = side > 0 ? high : low;
  if (isReached(side, favourable, position.targetPrice)) return { reason: "target", price: position.targetPrice };
  return null;
}

/**
 * Books funding of `rate` at `price` on a position and returns what it received (USD, negative is paid), for the
 * cash of the account (EXECUTION.md 2, steps 0 and 4).
 */
export function payFunding(position: Position, price: number, rate: number): number {
  const received = fundingPayment(position.side, position.qty, price, rate);
  position.funding += received;
  return received;
}

/** Ends a bar that a position outlived: its extremes move trailing levels and its close marks it from now on. */
export function takeInBar(position: Position, high: number, low: number, close: number): void {
  position.best = position.side > 0 ? Math.max(position.best, high) : Math.min(position.best, low);
  position.lastClose = close;
}

/** The exit of what is still open at the close of the coin's last bar. */
export function exitAtEnd(position: Position, close: number, terms: ExitTerms): Exit {
  return { reason: "end", price: marketExitPrice(position.side, close, terms.slippage) };
}
