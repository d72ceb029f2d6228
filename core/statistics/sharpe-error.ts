import { SixbtcError } from "../errors.ts";
import type { ReturnMoments } from "./moments.ts";

export type SharpeShape = Pick<ReturnMoments, "sharpe" | "skewness" | "kurtosis">;

/** Room for moments that were rounded before they came here; an error below it is what rounding left. */
const TOLERANCE = 1e-6;

/**
 * Variance of the estimate of a Sharpe ratio from n periods, times n - 1 (Mertens 2002; Bailey and López de Prado 2012):
 * 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe^2, with the Sharpe per period and Pearson's kurtosis. At least 0,
 * since kurtosis >= 1 + skewness^2 holds for every distribution; 0 when two outcomes cancel in it, and then it tells
 * nothing. Moments that break the inequality throw: excess kurtosis, passed by mistake, mostly does.
 */
export function sharpeError({ sharpe, skewness, kurtosis }: SharpeShape): number {
  const least = 1 + skewness * skewness;
  if (!(Number.isFinite(sharpe) && kurtosis >= least * (1 - TOLERANCE) && kurtosis < Infinity)) {
    throw new SixbtcError(
      "statistics.precondition",
      `sharpeError: no returns have Sharpe ${sharpe}, skewness ${skewness} and kurtosis ${kurtosis}`,
      { hint: "Kurtosis is Pearson's, 3 for a normal distribution: add 3 to excess kurtosis." },
    );
  }
  const error = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
  return error < TOLERANCE ? 0 : error;
}
