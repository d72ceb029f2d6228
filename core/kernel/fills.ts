import type { Side } from "./rules.ts";

/** The price at which a market entry fills: the open, worsened by slippage (EXECUTION.md 3, `P`). */
export function entryPrice(side: Side, open: number, slippage: number): number {
  return open * (1 + side * slippage);
}

/** The price at which a market order closes a position of `side` at `price` (EXECUTION.md 4). */
export function marketExitPrice(side: Side, price: number, slippage: number): number {
  return price * (1 - side * slippage);
}

/** Whether `price` lies at or past a level that a position of `side` fears: below for a long, above for a short. */
export function isBeyond(side: Side, price: number, level: number): boolean {
  return side > 0 ? price <= level : price >= level;
}

/** Whether `price` lies at or past a level that a position of `side` hopes for. False for a level of NaN. */
export function isReached(side: Side, price: number, level: number): boolean {
  return side > 0 ? price >= level : price <= level;
}

/** The more favourable of two levels for a position of `side`: the higher for a long. A NaN in `b` is passed over. */
export function betterOf(side: Side, a: number, b: number): number {
  return (side > 0 ? b > a : b < a) ? b : a;
}
