const DAYS_PER_YEAR = 365;
/** Equal or flat days differ by the rounding of the marks; a ratio over less than this would be without meaning. */
export const ROUNDING = 1e-13;

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Mean over sample deviation (n - 1) of daily returns, annualised; 0 for fewer than 2 days or no deviation. */
export function sharpe(dailyReturns: Float64Array): number {
  if (dailyReturns.length < 2) return 0;
  const mean = meanOf(dailyReturns);
  let squares = 0;
  for (let i = 0; i < dailyReturns.length; i++) squares += (dailyReturns[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / (dailyReturns.length - 1));
  return deviation < ROUNDING ? 0 : (mean / deviation) * Math.sqrt(DAYS_PER_YEAR);
}

/**
 * Mean of daily returns over the root of the mean square of the losing ones, taken over all days, annualised; 0 for
 * fewer than 2 days or no losing day.
 */
export function sortino(dailyReturns: Float64Array): number {
  if (dailyReturns.length < 2) return 0;
  let squares = 0;
  for (let i = 0; i < dailyReturns.length; i++) squares += Math.min(dailyReturns[i]!, 0) ** 2;
  const deviation = Math.sqrt(squares / dailyReturns.length);
  return deviation < ROUNDING ? 0 : (meanOf(dailyReturns) / deviation) * Math.sqrt(DAYS_PER_YEAR);
}
