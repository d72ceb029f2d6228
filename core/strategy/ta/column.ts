import { newColumn, newMask } from "./column-memory.ts";

/** One value a bar, oldest first; NaN where it is not known (STRATEGY.md 1). */
export type Column = Float64Array;

/** One 0/1 a bar; what a strategy wrote itself counts as true where it is not 0. */
export type Mask = Uint8Array;

export function unknownColumn(length: number): Column {
  return newColumn(length, Number.NaN);
}

/** A value for each of `input`, which may be a mask where `out` is one. */
export function mapInto<Out extends Column | Mask>(
  out: Out,
  input: Column | Mask,
  compute: (value: number, bar: number) => number,
): Out {
  for (let bar = 0; bar < out.length; bar++) out[bar] = compute(input[bar]!, bar);
  return out;
}

/** The same values in memory of their own. */
export function copyOf<Kind extends Column | Mask>(column: Kind): Kind {
  const out = column instanceof Float64Array ? newColumn(column.length) : newMask(column.length);
  out.set(column);
  return out as Kind;
}
