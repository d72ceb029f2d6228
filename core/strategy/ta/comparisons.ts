import type { Column, Mask } from "./column.ts";
import { newMask } from "./column-memory.ts";
import { column, MASK, operand, period, type TaFunction } from "./signature.ts";

/* From columns to masks. NaN compares as false, whichever side it stands on. */

type Reader = (bar: number) => number;

function reader(operand: Column | number): Reader {
  return typeof operand === "number" ? () => operand : (bar) => operand[bar]!;
}

function comparison(compare: (a: number, b: number) => boolean): TaFunction {
  return {
    parameters: [column("a"), operand("b")],
    repeatsLast: false,
    result: MASK,
    compute({ length, columns: [a], operands: [b] }) {
      const out = newMask(length);
      const other = reader(b!);
      for (let bar = 0; bar < length; bar++) if (compare(a![bar]!, other(bar))) out[bar] = 1;
      return out;
    },
  };
}

/** True on the bar on which `a` came to stand on the other side; never on the first bar. */
function crossing(isBeyond: (a: number, b: number) => boolean, wasNot: (a: number, b: number) => boolean): TaFunction {
  return {
    parameters: [column("a"), operand("b")],
    repeatsLast: false,
    result: MASK,
    compute({ length, columns: [a], operands: [b] }) {
      const out = newMask(length);
      const other = reader(b!);
      for (let bar = 1; bar < length; bar++) {
        if (isBeyond(a![bar]!, other(bar)) && wasNot(a![bar - 1]!, other(bar - 1))) out[bar] = 1;
      }
      return out;
    },
  };
}

/** True where each of the last `n` steps went that way: false on the first `n` bars. */
function stepping(isStep: (now: number, before: number) => boolean): TaFunction {
  return {
    parameters: [column("col"), period("n", 3)],
    repeatsLast: false,
    result: MASK,
    compute({ length, columns: [input], numbers: [n] }): Mask {
      const out = newMask(length);
      let steps = 0;
      for (let bar = 1; bar < length; bar++) {
        steps = isStep(input![bar]!, input![bar - 1]!) ? steps + 1 : 0;
        if (steps >= n!) out[bar] = 1;
      }
      return out;
    },
  };
}

/** Both ends belong to it. */
const between: TaFunction = {
  parameters: [column("col"), operand("lo"), operand("hi")],
  repeatsLast: false,
  result: MASK,
  compute({ length, columns: [input], operands: [lo, hi] }) {
    const out = newMask(length);
    const low = reader(lo!);
    const high = reader(hi!);
    for (let bar = 0; bar < length; bar++) {
      if (input![bar]! >= low(bar) && input![bar]! <= high(bar)) out[bar] = 1;
    }
    return out;
  },
};

export const COMPARISONS = {
  gt: comparison((a, b) => a > b),
  gte: comparison((a, b) => a >= b),
  lt: comparison((a, b) => a < b),
  lte: comparison((a, b) => a <= b),
  eq: comparison((a, b) => a === b),
  between,
  crossAbove: crossing(
    (a, b) => a > b,
    (a, b) => a <= b,
  ),
  crossBelow: crossing(
    (a, b) => a < b,
    (a, b) => a >= b,
  ),
  rising: stepping((now, before) => now > before),
  falling: stepping((now, before) => now < before),
};
