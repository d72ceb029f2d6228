const DAYS_PER_YEAR = 365;

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Mean over sample deviation (n - 1) of daily returns, annualised; 0 for fewer than 2 days or no deviation. */
export function sharpe(dailyReturns: Float64Array): number {
  // Equal returns can leave a deviation of rounding alone, and a Sharpe without meaning.
  if (dailyReturns.length < 2 || isConstant(dailyReturns)) return 0;
  const mean = meanOf(dailyReturns);
  let squares = 0;
  for (const value of dailyReturns) squares += (value - mean) ** 2;
  return (mean / Math.sqrt(squares / (dailyReturns.length - 1))) * Math.sqrt(DAYS_PER_YEAR);
}

/**
 * Mean of daily returns over the root of the mean square of the losing ones, taken over all days, annualised; 0 for
 * fewer than 2 days or no losing day.
 */
export function sortino(dailyReturns: Float64Array): number {
  let squares = 0;
  for (const value of dailyReturns) squares += Math.min(value, 0) ** 2;
  if (dailyReturns.length < 2 || squares === 0) return 0;
  return (meanOf(dailyReturns) / Math.sqrt(squares / dailyReturns.length)) * Math.sqrt(DAYS_PER_YEAR);
}
