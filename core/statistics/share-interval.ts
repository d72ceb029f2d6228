/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Half the width of the 95 % interval of a share that was `share` (0..1) in `count` cases, by Wilson's score: unlike
 * the textbook formula it stays wide where few cases were all alike. 1 without cases. Cases must be independent, which
 * trades that overlap are not: the true interval is wider.
 */
export function shareHalfWidth(share: number, count: number): number {
  if (count === 0) return 1;
  const spread = Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  return (Z * spread) / (1 + (Z * Z) / count);
}
