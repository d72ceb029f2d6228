import { liquidationPrice } from "../liquidation.ts";
import type { Exits, Side, Stop, TakeProfit, TradingRules } from "../rules.ts";
import type { SweepAxes } from "./touches.ts";

/** How far a sweep strays from a strategy's own exits: factors on their sizes, and leverages as they are. */
export type SweepRanges = {
  readonly stopFactors: readonly number[];
  readonly targetFactors: readonly number[];
  readonly maxBarsFactors: readonly number[];
  readonly leverages: readonly number[];
};

/** One combination; `cell` is its place on the axes stop, target, maxBars and leverage, each counted upwards from 0. */
export type SweepCombo = {
  readonly exits: Exits;
  readonly leverage: number;
  readonly cell: readonly [stop: number, target: number, maxBars: number, leverage: number];
};

export type SweepGrid = {
  readonly axes: SweepAxes;
  readonly combos: readonly SweepCombo[];
  /** Combinations whose stop lies beyond the liquidation price of every coin on every side, so that it never acts. */
  readonly leftOut: number;
};

const LONGEST_BARS = 5000;
const LARGEST_MULTIPLE = 100;

/** The stop at `factor` times its distance, or `null` where STRATEGY.md 2 does not allow that. */
function scaleStop(stop: Stop, factor: number): Stop | null {
  switch (stop.kind) {
    case "percent":
    case "trailing": {
      const value = stop.value * factor;
      return value < 1 ? { ...stop, value } : null;
    }
    case "atr":
    case "stddev": {
      const multiple = stop.multiple * factor;
      return multiple <= LARGEST_MULTIPLE ? { ...stop, multiple } : null;
    }
    case "swing": {
      const lookback = Math.max(1, Math.round(stop.lookback * factor));
      return lookback <= LONGEST_BARS ? { ...stop, lookback } : null;
    }
  }
}

/** The target at `factor` times its distance (a trailing one with its activation), or `null` as above. */
function scaleTarget(takeProfit: TakeProfit, factor: number): TakeProfit | null {
  switch (takeProfit.kind) {
    case "percent": {
      const value = takeProfit.value * factor;
      return value < 1 ? { ...takeProfit, value } : null;
    }
    case "atr": {
      const multiple = takeProfit.multiple * factor;
      return multiple <= LARGEST_MULTIPLE ? { ...takeProfit, multiple } : null;
    }
    case "riskReward": {
      const ratio = takeProfit.ratio * factor;
      return ratio <= LARGEST_MULTIPLE ? { ...takeProfit, ratio } : null;
    }
    case "trailing": {
      const value = takeProfit.value * factor;
      const activateAt = takeProfit.activateAt * factor;
      return value < 1 && activateAt < 1 ? { ...takeProfit, value, activateAt } : null;
    }
  }
}

/** Values of one axis in the order of their factors, the strategy's own among them, each once. */
function axis<T>(factors: readonly number[], scale: (factor: number) => T | null): T[] {
  const ascending = [...new Set([1, ...factors])].sort((a, b) => a - b);
  const values = new Map<string, T>();
  for (const factor of ascending) {
    const value = scale(factor);
    if (value !== null) values.set(JSON.stringify(value), value);
  }
  return [...values.values()];
}

/** Whether a stop of a fixed fraction can never act, since liquidation comes first on each coin and side. */
function isBeyondLiquidation(stop: Stop, leverage: number, sides: readonly Side[], maxLeverages: readonly number[]) {
  if (stop.kind !== "percent" && stop.kind !== "trailing") return false;
  return maxLeverages.every((maxLeverage) =>
    sides.every((side) => {
      const liquidation = liquidationPrice(side, 1, Math.min(leverage, maxLeverage), maxLeverage);
      const level = 1 - side * stop.value;
      return side > 0 ? liquidation > level : liquidation < level;
    }),
  );
}

/**
 * The combinations around a strategy's own exits and leverage, which are among them. What the strategy does not have
 * (a target, maxBars) stays away: an axis of one value. `maxLeverages` are those of the universe's coins; leverages
 * above all of them come down to the largest, where they are all the same.
 */
export function sweepGrid(
  rules: Pick<TradingRules, "direction" | "exits" | "leverage">,
  ranges: SweepRanges,
  maxLeverages: readonly number[],
): SweepGrid {
  const { takeProfit, maxBars } = rules.exits;
  const stops = axis(ranges.stopFactors, (factor) => scaleStop(rules.exits.stop, factor));
  const targets = takeProfit ? axis(ranges.targetFactors, (factor) => scaleTarget(takeProfit, factor)) : [undefined];
  const heldBars =
    maxBars === undefined
      ? [undefined]
      : axis(ranges.maxBarsFactors, (factor) => Math.max(1, Math.round(maxBars * factor)));
  const largest = Math.max(1, ...maxLeverages);
  const leverages = [rules.leverage, ...ranges.leverages].map((leverage) => Math.min(leverage, largest));
  const ascending = [...new Set(leverages)].sort((a, b) => a - b);
  const sides: Side[] = rules.direction === "both" ? [1, -1] : [rules.direction === "long" ? 1 : -1];
  return combine(rules.exits, { stops, targets, maxBars: heldBars, leverages: ascending }, ({ stop }, leverage) =>
    isBeyondLiquidation(stop, leverage, sides, maxLeverages),
  );
}

/** A strategy's own exits and leverage as the one combination. */
export function ownGrid({ exits, leverage }: Pick<TradingRules, "exits" | "leverage">): SweepGrid {
  const { stop, takeProfit, maxBars } = exits;
  return combine(exits, { stops: [stop], targets: [takeProfit], maxBars: [maxBars], leverages: [leverage] });
}

/**
 * All combinations of the values on the axes but those that are left out, which are counted. Axes go from near to far;
 * a target or maxBars that is `undefined` is none, and comes last.
 */
export function combine(
  { breakEven }: Pick<Exits, "breakEven">,
  axes: Omit<SweepAxes, "breakEven">,
  isLeftOut: (exits: Exits, leverage: number) => boolean = () => false,
): SweepGrid {
  const combos: SweepCombo[] = [];
  let leftOut = 0;
  for (const [l, leverage] of axes.leverages.entries()) {
    for (const [s, stop] of axes.stops.entries()) {
      for (const [t, takeProfit] of axes.targets.entries()) {
        for (const [b, maxBars] of axes.maxBars.entries()) {
          const exits: Exits = {
            stop,
            ...(takeProfit !== undefined && { takeProfit }),
            ...(maxBars !== undefined && { maxBars }),
            ...(breakEven !== undefined && { breakEven }),
          };
          if (isLeftOut(exits, leverage)) leftOut++;
          else combos.push({ exits, leverage, cell: [s, t, b, l] });
        }
      }
    }
  }
  return { axes: { ...axes, breakEven }, combos, leftOut };
}
