import type { Account } from "./rules.ts";

/** All that the size of one entry depends on (EXECUTION.md 3). Prices in quote currency, money in USD. */
export type EntryTerms = {
  entryPrice: number;
  stopDistance: number;
  /** `null` without a target of a fixed price. */
  targetDistance: number | null;
  /** Cash and positions at their last close, taken once for all entries of this open. */
  equity: number;
  /** Cash less the margin of open positions, after the entries before this one. */
  freeMargin: number;
  /** The strategy's, cut to the coin's maximum. */
  leverage: number;
};

export type Sizing =
  | { kind: "enter"; margin: number; notional: number; qty: number }
  | { kind: "skip"; reason: "stop-unknown" | "target-unknown" | "stop-too-near" | "below-min-notional" };

/** How much to buy or sell at one entry, or why not to. The one sizing that backtest, paper and live share. */
export function sizeEntry(terms: EntryTerms, account: Account): Sizing {
  const { entryPrice, stopDistance, targetDistance, leverage } = terms;
  if (!Number.isFinite(stopDistance)) return { kind: "skip", reason: "stop-unknown" };
  if (targetDistance !== null && !(Number.isFinite(targetDistance) && targetDistance > 0)) {
    return { kind: "skip", reason: "target-unknown" };
  }
  const stopFrac = stopDistance / entryPrice;
  if (stopFrac < account.minStopFraction) return { kind: "skip", reason: "stop-too-near" };

  const margin = Math.min(
    (terms.equity * account.risk) / stopFrac / leverage,
    terms.equity / account.maxPositions,
    // What is left after its own entry fee, so that cash can never be promised twice.
    terms.freeMargin / (1 + leverage * account.fee),
  );
  const notional = margin * leverage;
  // An account that is lost asks for nothing, however small the smallest notional is set.
  if (notional < account.minNotional || !(notional > 0)) return { kind: "skip", reason: "below-min-notional" };
  return { kind: "enter", margin, notional, qty: notional * (1 / entryPrice) };
}
