import { SixbtcError } from "../../errors.ts";
import { stopMeasure, targetMeasure } from "../distances.ts";
import { measureEntries } from "../entries.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Exits, Stop, TakeProfit } from "../rules.ts";
import type { Scratch } from "./scratch.ts";

/**
 * When something takes a position out is a key that orders events as EXECUTION.md 2 does: first the grid index, then
 * whether it is the open (0) or within the bar (1), then which of several at once gives the reason.
 */
export const NEVER = 0x7fff_fff0;
export const STOP = 0;
export const TRAILING_TARGET = 1;
export const SIGNAL = 2;
export const MAX_BARS = 3;
export const TARGET = 4;
export const END = 5;

/** The grid time of a key and its half, open or within, as one number: `2 * g` or `2 * g + 1`. */
export function momentOf(key: number): number {
  return key >> 3;
}

export function keyOf(moment: number, order: number): number {
  return moment * 8 + order;
}

/** What a sweep's combinations are made of, each axis from the nearest to the farthest. */
export type SweepAxes = {
  readonly stops: readonly Stop[];
  readonly targets: readonly (TakeProfit | undefined)[];
  readonly maxBars: readonly (number | undefined)[];
  readonly leverages: readonly number[];
  readonly breakEven: Exits["breakEven"];
};

/**
 * For each entry the first time at which each stop, target, time limit and signal would take it out, shared by all
 * combinations. Columns of an axis hold `index on the axis * entries + entry`; fills have slippage in them.
 */
export type Touches = {
  readonly entries: number;
  readonly axes: SweepAxes;
  /** By stop and by target: what it measured at each signal bar. */
  readonly stopMeasured: readonly Float64Array[];
  readonly targetMeasured: readonly Float64Array[];
  /** 1 where the columns below have been filled in, when the first combination came to enter there. */
  readonly isScanned: Uint8Array;
  /** Entry price. */
  readonly price: Float64Array;
  readonly stopDistance: Float64Array;
  readonly targetDistance: Float64Array;
  readonly stopKey: Int32Array;
  /** The level that was met, times the side: of two the more favourable is the larger. */
  readonly stopLevel: Float64Array;
  readonly stopFill: Float64Array;
  readonly targetKey: Int32Array;
  readonly targetLevel: Float64Array;
  readonly targetFill: Float64Array;
  readonly maxBarsKey: Int32Array;
  readonly maxBarsFill: Float64Array;
  readonly signalKey: Int32Array;
  readonly signalFill: Float64Array;
  readonly endKey: Int32Array;
  readonly endFill: Float64Array;
  /** By leverage; NEVER where any combination has left by then. */
  readonly liquidationKey: Int32Array;
};

export function createTouches({ market, entries }: Prepared, axes: SweepAxes, scratch: Scratch): Touches {
  checkAxes(axes);
  const { length } = entries;
  const { stops, targets, maxBars, leverages } = axes;
  const float64 = (name: string, values: number) => scratch.float64(name, values * length);
  const int32 = (name: string, values: number) => scratch.int32(name, values * length);
  return {
    entries: length,
    axes,
    stopMeasured: stops.map((stop) => measureEntries(market, entries, stopMeasure(stop))),
    targetMeasured: targets.map((target) => measureEntries(market, entries, targetMeasure(target))),
    isScanned: scratch.uint8("isScanned", length).fill(0, 0, length),
    price: float64("price", 1),
    stopDistance: float64("stopDistance", stops.length),
    targetDistance: float64("targetDistance", targets.length),
    stopKey: int32("stopKey", stops.length),
    stopLevel: float64("stopLevel", stops.length),
    stopFill: float64("stopFill", stops.length),
    targetKey: int32("targetKey", targets.length),
    targetLevel: float64("targetLevel", targets.length),
    targetFill: float64("targetFill", targets.length),
    maxBarsKey: int32("maxBarsKey", maxBars.length),
    maxBarsFill: float64("maxBarsFill", maxBars.length),
    signalKey: int32("signalKey", 1),
    signalFill: float64("signalFill", 1),
    endKey: int32("endKey", 1),
    endFill: float64("endFill", 1),
    liquidationKey: int32("liquidationKey", leverages.length),
  };
}

/** Levels are met from the nearest to the farthest, on which the scan relies. */
function checkAxes({ stops, targets, leverages }: SweepAxes): void {
  const fixed = targets.filter((target) => target !== undefined);
  const isAscending =
    stops.every((stop, i) => i === 0 || isFarther(stop, stops[i - 1]!)) &&
    fixed.every((target, i) => i === 0 || isFarther(target, fixed[i - 1]!)) &&
    targets.lastIndexOf(undefined) <= fixed.length &&
    targets.slice(0, fixed.length).every((target) => target !== undefined) &&
    leverages.every((leverage, i) => i === 0 || leverage > leverages[i - 1]!);
  if (!isAscending) {
    throw new SixbtcError("kernel.precondition", "the axes of a sweep go from near to far, none of two kinds");
  }
}

/** Whether an exit lies at least as far as another that is like it in all but its size. */
function isFarther(a: Stop | TakeProfit, b: Stop | TakeProfit): boolean {
  switch (a.kind) {
    case "percent":
      return b.kind === "percent" && a.value >= b.value;
    case "atr":
    case "stddev":
      return b.kind === a.kind && a.length === b.length && a.multiple >= b.multiple;
    case "swing":
      return b.kind === "swing" && a.lookback >= b.lookback;
    case "riskReward":
      return b.kind === "riskReward" && a.ratio >= b.ratio;
    case "trailing":
      return b.kind === "trailing" && a.value >= b.value && (a.activateAt ?? 0) >= (b.activateAt ?? 0);
  }
}
