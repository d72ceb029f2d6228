/** One value a bar, oldest first; NaN where it is not known (STRATEGY.md 1). */
export type Column = Float64Array;

/** One 0/1 a bar; what a strategy wrote itself counts as true where it is not 0. */
export type Mask = Uint8Array;

export function unknownColumn(length: number): Column {
  return new Float64Array(length).fill(Number.NaN);
}
