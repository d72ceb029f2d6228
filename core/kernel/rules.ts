export type Direction = "long" | "short" | "both";

/** +1 for a long, -1 for a short: the `s` of EXECUTION.md. */
export type Side = 1 | -1;

/** STRATEGY.md 2. Fractions are of the entry price, 0..1; lengths and lookbacks count bars. */
export type Stop =
  | { kind: "percent"; value: number }
  | { kind: "atr"; length: number; multiple: number }
  | { kind: "stddev"; length: number; multiple: number }
  | { kind: "swing"; lookback: number }
  | { kind: "trailing"; value: number; activateAt?: number };

export type TakeProfit =
  | { kind: "percent"; value: number }
  | { kind: "atr"; length: number; multiple: number }
  | { kind: "riskReward"; ratio: number }
  | { kind: "trailing"; activateAt: number; value: number };

export type Exits = {
  stop: Stop;
  takeProfit?: TakeProfit;
  maxBars?: number;
  breakEven?: { activateAt: number };
};

/** The part of a strategy that decides fills, beside its masks. */
export type TradingRules = {
  direction: Direction;
  exits: Exits;
  leverage: number;
  warmup: number;
  timeframeMs: number;
};

/** The account a simulation trades with (EXECUTION.md, first table). Money in USD, fractions 0..1. */
export type Account = {
  capital: number;
  risk: number;
  maxPositions: number;
  fee: number;
  slippage: number;
  minNotional: number;
  minStopFraction: number;
};

export const DEFAULT_ACCOUNT: Account = {
  capital: 10_000,
  risk: 0.02,
  maxPositions: 10,
  fee: 0.00045,
  slippage: 0.0005,
  minNotional: 10,
  minStopFraction: 0.001,
};

/** Leverage limit of a coin that is not known (EXECUTION.md, first table). */
export const DEFAULT_MAX_LEVERAGE = 10;
