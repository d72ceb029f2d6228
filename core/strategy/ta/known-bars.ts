import { type Column, mapInto, unknownColumn } from "./column.ts";
import { newColumn, newIndices } from "./column-memory.ts";

/**
 * What every indicator and statistic does with NaN, in one place: a bar on which any input is NaN is not fed. The
 * result is NaN on that bar, and the indicator goes on with the next known bar as if that bar was not there. Leading
 * NaN are the common case: the indicator begins at the first known bar. `compute` sees known values only and gives
 * columns as long as its inputs. (Functions of single bars, such as `add`, `shift` or `crossAbove`, do not pass here:
 * they count bars as they stand, and NaN gives NaN or false.)
 */
export function overKnownBars(
  inputs: readonly Column[],
  compute: (inputs: readonly Column[]) => readonly Column[],
): readonly Column[] {
  const length = inputs[0]?.length ?? 0;
  const first = firstKnown(inputs, length);
  const known = countKnown(inputs, first, length);
  if (known === length) return compute(inputs);
  if (known === length - first) {
    return compute(inputs.map((input) => input.subarray(first))).map((part) => {
      const whole = unknownColumn(length);
      whole.set(part, first);
      return whole;
    });
  }
  const bars = knownBars(inputs, known);
  return compute(inputs.map((input) => mapInto(newColumn(known), input, (_value, i) => input[bars[i]!]!))).map(
    (part) => {
      const whole = unknownColumn(length);
      for (let i = 0; i < known; i++) whole[bars[i]!] = part[i]!;
      return whole;
    },
  );
}

function firstKnown(inputs: readonly Column[], length: number): number {
  let first = 0;
  for (const input of inputs) {
    while (first < length && Number.isNaN(input[first])) first++;
  }
  // A later input may have moved `first` onto a NaN of an earlier one; countKnown then sees a hole and all is well.
  return first;
}

function countKnown(inputs: readonly Column[], first: number, length: number): number {
  if (inputs.every((input) => hasNoHole(input, first, length))) return length - first;
  let known = 0;
  for (let bar = first; bar < length; bar++) if (isKnown(inputs, bar)) known++;
  return known;
}

function hasNoHole(input: Column, first: number, length: number): boolean {
  for (let bar = first; bar < length; bar++) {
    const value = input[bar]!;
    // biome-ignore lint/suspicious/noSelfCompare: the fastest test for NaN, and this runs over every input
    if (value !== value) return false;
  }
  return true;
}

function isKnown(inputs: readonly Column[], bar: number): boolean {
  return inputs.every((input) => !Number.isNaN(input[bar]));
}

function knownBars(inputs: readonly Column[], count: number): Int32Array {
  const length = inputs[0]?.length ?? 0;
  const bars = newIndices(count);
  let found = 0;
  for (let bar = 0; bar < length; bar++) if (isKnown(inputs, bar)) bars[found++] = bar;
  return bars;
}
