/**
 * The probability of a value as good as `real` by luck, from values drawn without any edge: (1 + nulls at least as good)
 * / (1 + nulls), so never 0 and at least 0.01 with 99 nulls. Greater is better; ties count against `real`. NaN counts
 * against it too: a null that is NaN as one at least as good, and a `real` that is NaN gives 1, as no nulls do.
 */
export function permutationPValue(real: number, nulls: ArrayLike<number>): number {
  let asGood = 0;
  for (let i = 0; i < nulls.length; i++) if (!(nulls[i]! < real)) asGood++;
  return (1 + asGood) / (1 + nulls.length);
}
