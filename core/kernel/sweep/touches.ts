import { SixbtcError } from "../../errors.ts";
import { stopMeasure, targetMeasure } from "../distances.ts";
import { measureEntries } from "../entries.ts";
import type { Prepared } from "../prepare-signals.ts";
import type { Exits, Stop, TakeProfit } from "../rules.ts";

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

/*
 * What is known of an entry lies together, so that a combination reads few lines of memory for it. Fields of the
 * records, all numbers; fills have slippage in them, levels are times the side.
 */

/** `(index on the axis * entries + entry) * STOP_FIELDS`. */
export const STOP_FIELDS = 4;
/** The same of targets, by their index among those of all their sets; and of the first of maxBars, exit signal and end. */
export const EXIT_FIELDS = 2;
export const KEY = 0;
export const FILL = 1;
/** Of stops alone: the fraction of the price, NaN where the distance is not finite. */
export const SIZE = 2;
export const LEVEL = 3;

/** Key of a target that no trade may have. */
export const NO_TARGET = -1;

/** For each entry the first time at which each stop, target, time limit and signal would take it out. */
export type Touches = {
  readonly entries: number;
  readonly axes: SweepAxes;
  /** By stop and by target: what it measured at each signal bar. */
  readonly stopMeasured: readonly Float64Array[];
  readonly targetMeasured: readonly Float64Array[];
  /** 1 where the records below have been filled in, when the first combination came to enter there. */
  readonly isScanned: Uint8Array;
  /** Entry price. */
  readonly price: Float64Array;
  readonly stop: Float64Array;
  readonly target: Float64Array;
  /** Level of each target, `index * entries + entry`; empty where they do not trail. */
  readonly targetLevel: Float64Array;
  readonly time: Float64Array;
  /** By leverage, `index on the axis * entries + entry`; NEVER where any combination has left by then. */
  readonly liquidationKey: Int32Array;
};

/** How often the targets are there: once, or for each stop, where they are multiples of its distance. */
export function targetSets({ stops, targets }: SweepAxes): number {
  return targets[0]?.kind === "riskReward" ? stops.length : 1;
}

/** Whether the targets follow the price. */
export function hasTrailingTargets({ targets }: SweepAxes): boolean {
  return targets[0]?.kind === "trailing";
}

/** The columns of the touches, wherever they lie. */
type TouchColumns = Pick<
  Touches,
  "isScanned" | "price" | "stop" | "target" | "targetLevel" | "time" | "liquidationKey"
>;

export function createTouches({ market, entries }: Prepared, axes: SweepAxes, columns: TouchColumns): Touches {
  checkAxes(axes);
  columns.isScanned.fill(0);
  return {
    entries: entries.length,
    axes,
    stopMeasured: axes.stops.map((stop) => measureEntries(market, entries, stopMeasure(stop))),
    targetMeasured: axes.targets.map((target) => measureEntries(market, entries, targetMeasure(target))),
    ...columns,
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
