import type { Side } from "./rules.ts";

/**
 * The mark at which the exchange takes an isolated position over (EXECUTION.md 5): where what is left of the margin
 * equals the maintenance margin, half of the initial margin at the coin's maximum leverage.
 */
export function liquidationPrice(side: Side, entryPrice: number, leverage: number, maxLeverage: number): number {
  const maintenanceFrac = 0.5 / maxLeverage;
  return (entryPrice * (1 - side / leverage)) / (1 - side * maintenanceFrac);
}

/** The price at which the whole margin is gone, which is what a liquidation costs. */
export function bankruptcyPrice(side: Side, entryPrice: number, leverage: number): number {
  return entryPrice * (1 - side / leverage);
}
