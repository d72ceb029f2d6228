import type { Direction, Exits } from "../kernel/rules.ts";
import type { Timeframe } from "../timeframe.ts";

/** The five types of STRATEGY.md 1, as they stand in a name: trend, momentum, reversal, volume, candlestick. */
export const STRATEGY_TYPES = ["TRD", "MOM", "REV", "VOL", "CDL"] as const;

export type StrategyType = (typeof STRATEGY_TYPES)[number];

export type Params = Record<string, number | boolean | string>;

/** What a strategy module declares beside its `signals`, read from its text, defaults filled in. */
export type StrategyDefinition = {
  name: string;
  type: StrategyType;
  timeframe: Timeframe;
  direction: Direction;
  warmup: number;
  leverage: number;
  exits: Exits;
  params: Params;
};

/** One thing the validator has to say about a text; warnings never decide. `line` and `column` count from 1. */
export type Finding = {
  phase: Phase;
  severity: "error" | "warning";
  code: string;
  message: string;
  line: number | null;
  column: number | null;
  hint: string;
};

export const PHASES = ["syntax", "lookahead", "shuffle", "execution"] as const;

export type Phase = (typeof PHASES)[number];
