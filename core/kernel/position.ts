import { bankruptcyPrice, liquidationPrice } from "./liquidation.ts";
import type { Direction, Side } from "./rules.ts";

export type ExitReason = "stop" | "target" | "signal" | "maxBars" | "liquidation" | "end";

/**
 * One open position, as backtest, paper and live carry it from bar to bar: plain numbers, prices in quote currency,
 * money in USD, times in ms UTC. Only the last three change while it is open.
 */
export type Position = {
  side: Side;
  /** Open time of the entry bar. */
  entryTime: number;
  entryPrice: number;
  qty: number;
  notional: number;
  margin: number;
  stopDistance: number;
  /** NaN without a target of a fixed price. */
  targetPrice: number;
  liquidationPrice: number;
  bankruptcyPrice: number;
  /** Most favourable of the entry price and the highs (short: lows) of the bars that are over. */
  best: number;
  /** Close of the coin's last bar that is over; before there is one, the entry price. */
  lastClose: number;
  /** Funding received so far; negative is paid. */
  funding: number;
};

/** A fill that ends a position: why, and at which price after slippage. */
export type Exit = { reason: ExitReason; price: number };

/** One finished trade, with exactly the fields of EXECUTION.md 7. */
export type Trade = {
  coin: string;
  direction: Exclude<Direction, "both">;
  entryTime: number;
  entryPrice: number;
  exitTime: number;
  exitPrice: number;
  quantity: number;
  notional: number;
  fees: number;
  funding: number;
  pnl: number;
  reason: ExitReason;
};

/** A position that was just filled: nothing has happened to it yet. */
export function openPosition(entry: {
  side: Side;
  entryTime: number;
  entryPrice: number;
  qty: number;
  notional: number;
  margin: number;
  stopDistance: number;
  targetDistance: number | null;
  leverage: number;
  maxLeverage: number;
}): Position {
  const { side, entryPrice } = entry;
  return {
    side,
    entryTime: entry.entryTime,
    entryPrice,
    qty: entry.qty,
    notional: entry.notional,
    margin: entry.margin,
    stopDistance: entry.stopDistance,
    targetPrice: entry.targetDistance === null ? Number.NaN : entryPrice + side * entry.targetDistance,
    liquidationPrice: liquidationPrice(side, entryPrice, entry.leverage, entry.maxLeverage),
    bankruptcyPrice: bankruptcyPrice(side, entryPrice, entry.leverage),
    best: entryPrice,
    lastClose: entryPrice,
    funding: 0,
  };
}

/** Profit of a position (USD) if it were closed at `price`, before fees and funding. */
export function grossProfit(position: Position, price: number): number {
  return position.side * position.qty * (price - position.entryPrice);
}

/** What the closing fill adds to cash for each unit held: profit less the fee of the exit. */
export function unitProceeds(side: Side, entryPrice: number, exit: Exit, fee: number): number {
  // A liquidation has no exit fee: the whole margin is lost, and nothing beside it.
  return side * (exit.price - entryPrice) - (exit.reason === "liquidation" ? 0 : fee * exit.price);
}

/** The trade that a position came to with its exit in the bar that opened at `exitTime`. */
export function closeTrade(coin: string, position: Position, exit: Exit, exitTime: number, fee: number): Trade {
  const { side, entryPrice, qty, funding } = position;
  const unitFees = exit.reason === "liquidation" ? fee * entryPrice : fee * (entryPrice + exit.price);
  return {
    coin,
    direction: side > 0 ? "long" : "short",
    entryTime: position.entryTime,
    entryPrice,
    exitTime,
    exitPrice: exit.price,
    quantity: qty,
    notional: position.notional,
    fees: qty * unitFees,
    funding,
    // By the unit: whether a trade gained is then the same for every size.
    pnl: qty * (side * (exit.price - entryPrice) - unitFees) + funding,
    reason: exit.reason,
  };
}
