import type { Exits, Stop, TakeProfit } from "../../../../core/kernel/rules.ts";
import type { StrategyType } from "../../../../core/strategy/definition.ts";
import { type Timeframe, timeframeMs } from "../../../../core/timeframe.ts";
import { neat } from "./columns.ts";
import type { Draw } from "./draw.ts";

/** Usual average range of a 15m bar of a liquid coin, as a fraction of its price. */
const USUAL_RANGE = 0.004;

/**
 * Largest product of leverage and stop distance: a short at a leverage of 10, where 10 is the coin's maximum, is
 * liquidated 4.8 % away. Distances that follow the market are estimates, and twice as far for the wilder coins.
 */
const LIQUIDATION_ROOM = { fixed: 0.4, estimated: 0.22 };

const LEVERAGES = [1, 2, 3, 4, 5, 6, 8, 10];

/** A target is a fraction below 1 of the price; a short can never gain all of it. */
const FARTHEST_TARGET = 0.8;

type ExitPlan = { exits: Exits; leverage: number };

/**
 * How a position ends, in ranges that fit the timeframe. `hasMask`: exit masks end it too, so neither target nor
 * maxBars is needed. Leverage is such that the stop usually comes before liquidation.
 */
export function drawExits(draw: Draw, type: StrategyType, timeframe: Timeframe, hasMask: boolean): ExitPlan {
  const scale = Math.sqrt(timeframeMs(timeframe) / timeframeMs("15m"));
  const stop = drawStop(draw, scale);
  const distance = usualDistance(stop, scale);
  const takeProfit = drawTarget(draw, type, scale, distance, hasMask);
  const exits: Exits = { stop };
  if (takeProfit) exits.takeProfit = takeProfit;
  if (draw.chance(0.6) || (!takeProfit && !hasMask)) exits.maxBars = drawMaxBars(draw, type);
  if (draw.chance(0.2)) exits.breakEven = { activateAt: neat(distance * draw.pick([0.75, 1, 1.25, 1.5])) };
  const room =
    stop.kind === "percent" || stop.kind === "trailing" ? LIQUIDATION_ROOM.fixed : LIQUIDATION_ROOM.estimated;
  const most = room / distance;
  return { exits, leverage: draw.pick(LEVERAGES.filter((leverage) => leverage === 1 || leverage <= most)) };
}

function drawStop(draw: Draw, scale: number): Stop {
  const value = neat(scale * draw.pick([0.01, 0.012, 0.015, 0.018, 0.02, 0.025, 0.03, 0.035]));
  const kind = draw.weighted([
    ["atr", 3],
    ["percent", 3],
    ["trailing", 2],
    ["stddev", 1],
    ["swing", 1],
  ] as const);
  switch (kind) {
    case "percent":
      return { kind, value };
    case "atr":
      return { kind, length: draw.pick([10, 14, 20, 28]), multiple: draw.pick([2, 2.5, 3, 3.5, 4, 5, 6]) };
    case "stddev":
      return { kind, length: draw.pick([20, 30, 50]), multiple: draw.pick([1.5, 2, 2.5, 3, 4]) };
    case "swing":
      return { kind, lookback: draw.pick([8, 10, 15, 20, 30, 40]) };
    case "trailing": {
      if (draw.chance(0.5)) return { kind, value };
      return { kind, value, activateAt: neat(value * draw.pick([0.25, 0.5, 0.75, 1])) };
    }
  }
}

/** About how far a stop lies from the entry, as a fraction of the price. */
function usualDistance(stop: Stop, scale: number): number {
  const range = USUAL_RANGE * scale;
  switch (stop.kind) {
    case "percent":
    case "trailing":
      return stop.value;
    case "atr":
      return stop.multiple * range;
    case "stddev":
      return (stop.multiple * range * Math.sqrt(stop.length)) / 4;
    case "swing":
      return (range * Math.sqrt(stop.lookback)) / 1.5;
  }
}

function drawTarget(
  draw: Draw,
  type: StrategyType,
  scale: number,
  distance: number,
  hasMask: boolean,
): TakeProfit | undefined {
  const isBack = type === "REV" || type === "CDL";
  const ratio = draw.pick(isBack ? [0.75, 1, 1.25, 1.5, 2] : [1, 1.5, 2, 2.5, 3, 4]);
  const kind = draw.weighted([
    ["none", hasMask ? 4 : 1],
    ["riskReward", 3],
    ["percent", 2],
    ["atr", 2],
    ["trailing", isBack ? 1 : 2],
  ] as const);
  switch (kind) {
    case "none":
      return undefined;
    case "riskReward":
      return { kind, ratio };
    case "percent":
      return { kind, value: neat(Math.min(distance * ratio, FARTHEST_TARGET)) };
    case "atr": {
      const wanted = Math.round((2 * distance * ratio) / (USUAL_RANGE * scale)) / 2;
      const multiple = Math.min(12, Math.max(1, wanted));
      return { kind, length: draw.pick([10, 14, 20, 28]), multiple };
    }
    case "trailing":
      return {
        kind,
        activateAt: neat(Math.min(distance * ratio, FARTHEST_TARGET)),
        value: neat(distance * ratio * draw.pick([0.25, 0.33, 0.5])),
      };
  }
}

function drawMaxBars(draw: Draw, type: StrategyType): number {
  switch (type) {
    case "TRD":
      return draw.pick([48, 64, 96, 144, 192, 288]);
    case "MOM":
    case "VOL":
      return draw.pick([16, 24, 32, 48, 64, 96, 144]);
    case "REV":
    case "CDL":
      return draw.pick([8, 12, 16, 24, 32, 48, 72]);
  }
}
