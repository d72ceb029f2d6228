import type { Masks } from "../../core/kernel/candles.ts";
import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";

/** The first bar from `from` to before `to` at which two sets of masks differ. */
export function firstDifference(a: Masks, b: Masks, from: number, to: number) {
  let first: { bar: number; mask: keyof Masks; a: number; b: number } | null = null;
  for (const mask of MASK_KEYS) {
    const end = first ? first.bar : to;
    for (let bar = from; bar < end; bar++) {
      const left = a[mask][bar] ?? 0;
      const right = b[mask][bar] ?? 0;
      if (left === right) continue;
      first = { bar, mask, a: left, b: right };
      break;
    }
  }
  return first;
}
