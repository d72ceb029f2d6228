import type { Guards } from "./guards.ts";
import { copyOf } from "./ta/column.ts";
import type { TaArgument, TaResult } from "./ta/signature.ts";
import type { Toolbox } from "./ta/toolbox.ts";

/**
 * The toolbox with every call paid for: one turn for each bar, one value for each that comes back, whether or not it
 * was remembered. With `copies`, results are the strategy's own, so that it may write to them.
 */
export function meteredToolbox(toolbox: Toolbox, guards: Guards, copies: boolean): Toolbox {
  const metered: Record<string, (...values: TaArgument[]) => TaResult> = Object.create(null);
  for (const [name, call] of Object.entries(toolbox)) {
    metered[name] = (...values) => {
      guards.spend(barsOf(values));
      const result = call(...values);
      if (ArrayBuffer.isView(result)) {
        guards.take(result.length);
        return copies ? copyOf(result) : result;
      }
      const parts = Object.entries(result);
      for (const [, part] of parts) if (ArrayBuffer.isView(part)) guards.take(part.length);
      if (!copies) return result;
      const copied = parts.map(([key, part]) => [key, ArrayBuffer.isView(part) ? copyOf(part) : part] as const);
      return Object.fromEntries(copied) as TaResult;
    };
  }
  return Object.freeze(metered) as Toolbox;
}

/** The bars of a call: those of its longest column, once more for each column beyond the second. */
function barsOf(values: readonly unknown[]): number {
  let bars = 0;
  let columns = 0;
  for (const value of values) {
    if (typeof value !== "object" || value === null) continue;
    columns += 1;
    // An own object may say anything about its length: only columns are measured.
    const parts: unknown[] = ArrayBuffer.isView(value) ? [value] : Object.values(value);
    for (const part of parts) {
      if (part instanceof Float64Array || part instanceof Uint8Array) bars = Math.max(bars, part.length);
    }
  }
  return bars * Math.max(1, columns - 1);
}
