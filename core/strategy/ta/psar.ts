import { SixbtcError } from "../../errors.ts";
import { type Column, unknownColumn } from "./column.ts";

/**
 * Parabolic SAR, as the package computes it: known from the second bar on, and set 0.01 below the low where a turn
 * upwards would leave it above, whatever the price of the coin.
 */
export function psar(high: Column, low: Column, step: number, max: number): Column {
  if (step <= 0 || max <= step) {
    throw new SixbtcError("ta.argument", `ta.psar: step is ${step} and max is ${max}`, {
      hint: "The step must be above 0 and the maximum above the step, e.g. ta.psar(c, 0.02, 0.2).",
    });
  }
  const out = unknownColumn(high.length);
  if (out.length < 2) return out;
  let isLong = (high[1]! + low[1]!) / 2 >= (high[0]! + low[0]!) / 2;
  let extreme = isLong ? high[1]! : low[1]!;
  let sar = isLong ? low[0]! : high[0]!;
  let acceleration = step;
  out[1] = sar;
  for (let bar = 2; bar < out.length; bar++) {
    sar = (extreme - sar) * acceleration + sar;
    if (isLong) {
      if (low[bar]! < sar) sar = Math.min(sar, low[bar - 2]!);
      sar = Math.min(sar, low[bar - 1]!);
      if (high[bar]! > extreme) {
        extreme = high[bar]!;
        acceleration = Math.min(acceleration + step, max);
      }
      if (low[bar]! < sar) {
        isLong = false;
        sar = extreme;
        extreme = low[bar]!;
        acceleration = step;
      }
    } else {
      if (high[bar]! > sar) sar = Math.max(sar, high[bar - 2]!);
      sar = Math.max(sar, high[bar - 1]!);
      if (low[bar]! < extreme) {
        extreme = low[bar]!;
        acceleration = Math.min(acceleration + step, max);
      }
      if (high[bar]! > sar) {
        isLong = true;
        sar = extreme;
        extreme = high[bar]!;
        acceleration = step;
        if (sar >= low[bar]!) sar = low[bar]! - 0.01;
      }
    }
    out[bar] = sar;
  }
  return out;
}
