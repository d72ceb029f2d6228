import { type Mask, mapInto, unknownColumn } from "./column.ts";
import { newMask } from "./column-memory.ts";
import { COLUMN, MASK, mask, period, type TaFunction } from "./signature.ts";

/* Masks of masks. Whatever is not 0 is true on the way in; on the way out there is only 0 and 1. */

/** Of two masks or more, folded from the left. */
function joined(join: (a: number, b: number) => number): TaFunction {
  return {
    parameters: [mask("a"), mask("b")],
    repeatsLast: true,
    result: MASK,
    compute({ masks: [first, ...others] }) {
      const out = mapInto(newMask(first!.length), first!, (value) => (value === 0 ? 0 : 1));
      for (const other of others) {
        for (let bar = 0; bar < out.length; bar++) out[bar] = join(out[bar]!, other[bar] === 0 ? 0 : 1);
      }
      return out;
    },
  };
}

const not: TaFunction = {
  parameters: [mask("mask")],
  repeatsLast: false,
  result: MASK,
  compute: ({ masks: [input] }) => mapInto(newMask(input!.length), input!, (value) => (value === 0 ? 1 : 0)),
};

/** True on each of the last `n` bars, so never on the first `n - 1`. */
const heldFor: TaFunction = {
  parameters: [mask("mask"), period("n", 3)],
  repeatsLast: false,
  result: MASK,
  compute({ masks: [input], numbers: [n] }): Mask {
    let held = 0;
    return mapInto(newMask(input!.length), input!, (value) => {
      held = value === 0 ? 0 : held + 1;
      return held >= n! ? 1 : 0;
    });
  },
};

/** True on any of the last `n` bars, this one included. */
const within: TaFunction = {
  parameters: [mask("mask"), period("n", 3)],
  repeatsLast: false,
  result: MASK,
  compute({ masks: [input], numbers: [n] }): Mask {
    let since = Number.POSITIVE_INFINITY;
    return mapInto(newMask(input!.length), input!, (value) => {
      since = value === 0 ? since + 1 : 0;
      return since < n! ? 1 : 0;
    });
  },
};

const barsSince: TaFunction = {
  parameters: [mask("mask")],
  repeatsLast: false,
  result: COLUMN,
  compute({ masks: [input] }) {
    const out = unknownColumn(input!.length);
    let since = Number.NaN;
    for (let bar = 0; bar < out.length; bar++) {
      since = input![bar] === 0 ? since + 1 : 0;
      out[bar] = since;
    }
    return out;
  },
};

export const MASKS = {
  and: joined((a, b) => a & b),
  or: joined((a, b) => a | b),
  xor: joined((a, b) => a ^ b),
  not,
  heldFor,
  within,
  barsSince,
};
