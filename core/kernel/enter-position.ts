import { stopDistance, targetDistance } from "./distances.ts";
import { entryPrice } from "./fills.ts";
import type { Ledger } from "./ledger.ts";
import { openPosition, type Position } from "./position.ts";
import type { Account, Exits, Side } from "./rules.ts";
import { type Sizing, sizeEntry } from "./size-entry.ts";

/** One entry that counts, at the open of a bar. Prices in quote currency, money in USD, `time` the bar's open in ms. */
export type EntryOrder = {
  side: Side;
  time: number;
  open: number;
  /** The strategy's; the coin's own limit cuts it. */
  leverage: number;
  maxLeverage: number;
  exits: Exits;
  /** `measureAt` of `stopMeasure` and `targetMeasure` at the signal bar; NaN where there is none. */
  stopMeasured: number;
  targetMeasured: number;
  /** `equityOf` after the exits at this open, before any entry. */
  equity: number;
  /** `freeMarginOf` after the entries before this one. */
  freeMargin: number;
};

type Entered = { kind: "enter"; position: Position } | Extract<Sizing, { kind: "skip" }>;

/** The position that an entry becomes, its fee booked, or why there is none (EXECUTION.md 3). */
export function enterPosition(ledger: Ledger, order: EntryOrder, account: Account): Entered {
  const { side, time, maxLeverage, exits, equity, freeMargin } = order;
  const leverage = Math.min(order.leverage, maxLeverage);
  const price = entryPrice(side, order.open, account.slippage);
  const stop = stopDistance(exits.stop, price, order.stopMeasured);
  const target = targetDistance(exits.takeProfit, price, stop, order.targetMeasured);
  const sizing = sizeEntry(
    { entryPrice: price, stopDistance: stop, targetDistance: target, leverage, equity, freeMargin },
    account,
  );
  if (sizing.kind === "skip") return sizing;
  const { qty, notional, margin } = sizing;
  ledger.cash -= account.fee * notional;
  const position = openPosition({
    side,
    entryTime: time,
    entryPrice: price,
    qty,
    notional,
    margin,
    stopDistance: stop,
    targetDistance: target,
    leverage,
    maxLeverage,
  });
  return { kind: "enter", position };
}
