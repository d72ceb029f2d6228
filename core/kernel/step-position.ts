import { isBeyond, isReached, marketExitPrice } from "./fills.ts";
import { fundingPayment } from "./funding.ts";
import { type Ledger, settleExit } from "./ledger.ts";
import type { Exit, Position } from "./position.ts";
import { type ExitTerms, protectiveLevel, protectiveReason } from "./protective-level.ts";

/**
 * What takes a position, entered at an earlier bar, out at the open of the bar at `time` (EXECUTION.md 2, step 1), or
 * `null`.
 */
function exitAtOpen(
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
function exitWithinBar(position: Position, terms: ExitTerms, open: number, high: number, low: number): Exit | null {
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

function payFunding(ledger: Ledger, position: Position, price: number, rate: number): void {
  // No row, no payment: spares most bars the arithmetic.
  if (rate === 0) return;
  const received = fundingPayment(position.side, position.qty, price, rate);
  position.funding += received;
  ledger.cash += received;
}

/**
 * Takes a position, entered at an earlier bar, through the open of its coin's next bar: steps 0 and 1 of EXECUTION.md
 * 2. Funding and a closing fill are booked on the ledger; the exit comes back, or `null` while it stays open.
 * `gapRate` is the funding due between the end of the bar before and this open, `hasExitSignal` the exit mask of the
 * position's side on that bar before.
 */
export function passOpen(
  ledger: Ledger,
  position: Position,
  terms: ExitTerms,
  time: number,
  open: number,
  gapRate: number,
  hasExitSignal: boolean,
): Exit | null {
  payFunding(ledger, position, open, gapRate);
  const exit = exitAtOpen(position, terms, time, open, hasExitSignal);
  if (exit !== null) settleExit(ledger, position, exit, terms.fee);
  return exit;
}

/**
 * Takes a position through the rest of a bar, its entry bar included: steps 3 and 4 of EXECUTION.md 2. Funding
 * (`closeRate`, due up to the close) and a closing fill are booked on the ledger; the exit comes back, or `null`.
 * From here on the bar's extremes move trailing levels and its close marks the position.
 */
export function passBar(
  ledger: Ledger,
  position: Position,
  terms: ExitTerms,
  open: number,
  high: number,
  low: number,
  close: number,
  closeRate: number,
  isLastBar: boolean,
): Exit | null {
  let exit = exitWithinBar(position, terms, open, high, low);
  if (exit === null) {
    payFunding(ledger, position, close, closeRate);
    position.best = position.side > 0 ? Math.max(position.best, high) : Math.min(position.best, low);
    position.lastClose = close;
    if (isLastBar) exit = { reason: "end", price: marketExitPrice(position.side, close, terms.slippage) };
  }
  if (exit !== null) settleExit(ledger, position, exit, terms.fee);
  return exit;
}
