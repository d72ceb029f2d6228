import { SixbtcError } from "../errors.ts";
import { ROUNDING } from "../kernel/sharpe.ts";

/** Per period of the returns, nothing annualised. */
export type ReturnMoments = {
  count: number;
  mean: number;
  /** Of the sample (n - 1); 0 where the returns differ by rounding alone. */
  deviation: number;
  /** Mean over deviation, 0 without deviation: `sharpe` of `core/kernel` before it is annualised. */
  sharpe: number;
  skewness: number;
  /** Pearson's: 3 for a normal distribution, never the excess over it. */
  kurtosis: number;
};

/**
 * The moments of `returns`. Skewness and kurtosis are the ratios m3 / m2^1.5 and m4 / m2^2 of the central moments (n,
 * not n - 1), as scipy gives them by default and as the published values of the probabilistic Sharpe ratio take them;
 * of any sample, kurtosis >= 1 + skewness^2. Fewer than 2 returns or no deviation have the shape of a normal
 * distribution (0 and 3), a Sharpe of 0 and, without any return, a mean of 0. Throws where a return is not finite.
 */
export function returnMoments(returns: ArrayLike<number>): ReturnMoments {
  const count = returns.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += returns[i]!;
  if (!Number.isFinite(sum))
    throw new SixbtcError("statistics.precondition", `returnMoments: the returns sum to ${sum}`);
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let i = 0; i < count; i++) {
    const difference = returns[i]! - mean;
    const square = difference * difference;
    squares += square;
    cubes += square * difference;
    fourths += square * square;
  }
  const deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  if (deviation < ROUNDING) return { count, mean, deviation: 0, sharpe: 0, skewness: 0, kurtosis: 3 };
  const variance = squares / count;
  return {
    count,
    mean,
    deviation,
    sharpe: mean / deviation,
    skewness: cubes / count / variance ** 1.5,
    kurtosis: fourths / count / (variance * variance),
  };
}
