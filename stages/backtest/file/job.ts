import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import type { Account, Exits, Stop, TakeProfit } from "../../../core/kernel/rules.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import type { SkippedEntries } from "./skipped-entries.ts";

/** One limit for all coins, or one for each coin that is named. */
export type MaxLeverage = number | Readonly<Record<string, number>>;

/** A run of one strategy on files, with no windows and no gates (DESIGN 8). Paths are absolute. */
export type FileJob = {
  kind: "file";
  /** When the process began that asks for the run, ms UTC with fractions. */
  begunMs: number;
  /** How messages name the strategy's file. */
  file: string;
  text: string;
  /** Files of candles, and folders of them, in universe order. */
  candles: readonly string[];
  /** Files of funding rates, and folders of them. */
  funding: readonly string[];
  account: Account;
  maxLeverage: MaxLeverage;
  sweep: boolean;
  /** Whether the trades are asked for: there may be many, and they would cross from one process to another. */
  trades: boolean;
};

export type FileRun = {
  name: string;
  timeframe: Timeframe;
  /** In universe order. */
  coins: FileCoin[];
  parameters: Account & { maxLeverage: MaxLeverage };
  metrics: Metrics;
  /** Null where they were not asked for. */
  trades: Trade[] | null;
  /** Why nothing came of the entries; null where there is a trade. */
  skipped: SkippedEntries | null;
  /** Null where no sweep was asked for. */
  sweep: FileSweep | null;
  /** `start`: from `begunMs` on, both processes, until there was something to run. */
  elapsedMs: { start: number; load: number; signals: number; simulate: number; sweep: number };
};

type FileCoin = {
  coin: string;
  bars: number;
  /** Times of the first and the last bar's open. */
  firstMs: number | null;
  lastMs: number | null;
  /** Runs of bars that are missing between them, and how many bars that is. */
  gaps: number;
  missingBars: number;
  hasFunding: boolean;
};

export type FileSweep = {
  /** How many combinations were tried. */
  combos: number;
  /** Not tried, since their stop lies beyond the liquidation price and never acts. */
  leftOut: number;
  /** What they are made of, from near to far; empty where the strategy has none to begin with. */
  axes: { stops: Stop[]; targets: TakeProfit[]; maxBars: number[]; leverages: number[] };
  /** The ten of the highest Sharpe, the highest first; equal ones by leverage, then from near exits to far ones. */
  best: { parameters: { exits: Exits; leverage: number }; metrics: Metrics }[];
  map: SweepMap;
};

/** How the ground lies on which the strategy stands. */
export type SweepMap = {
  /** What is in the columns, nearest first: maxBars where there is no target. The rows are the stops. */
  across: "target" | "maxBars";
  /** Mean Sharpe over all other axes; null where everything was left out. */
  sharpes: (number | null)[][];
  /** Row and column of the strategy's own exits. */
  own: [row: number, column: number];
};
