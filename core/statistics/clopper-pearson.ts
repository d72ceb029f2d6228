import { gammaln } from "simple-statistics";
import { SixbtcError } from "../errors.ts";

/** The probability of at most `k` of `count` cases, each of probability `p`; for `k` < `count` and `p` >= `k` / `count`. */
function atMost(k: number, count: number, p: number): number {
  const choose = gammaln(count + 1) - gammaln(k + 1) - gammaln(count - k + 1);
  let term = Math.exp(choose + k * Math.log(p) + (count - k) * Math.log1p(-p));
  let sum = term;
  // Below k the terms only fall, as k is left of the mean.
  for (let i = k; i > 0 && term > 1e-17 * sum; i--) {
    term *= (i * (1 - p)) / ((count - i + 1) * p);
    sum += term;
  }
  return sum;
}

/** The rate at which at most `k` of `count` cases still have probability `tail`, by bisection to the last digit. */
function greatestRate(k: number, count: number, tail: number): number {
  if (k === count) return 1;
  // At k / count the probability is above 1/2, as k is then the median.
  let low = k / count;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (atMost(k, count, middle) > tail) low = middle;
    else high = middle;
  }
}

function checkCases(k: number, count: number, confidence: number): void {
  const whole = Number.isInteger(k) && Number.isInteger(count) && k >= 0 && k <= count;
  if (whole && confidence > 0 && confidence < 1) return;
  throw new SixbtcError("statistics.precondition", `clopperPearson: ${k} of ${count} cases at ${confidence}`);
}

/**
 * The exact interval of a rate seen in `k` of `count` independent cases (Clopper and Pearson 1934), two-sided: each end
 * errs with probability (1 - confidence) / 2 at most. 0 of 100 at 95 % reaches up to 3.62 %. From 0 to 1 without cases.
 */
export function clopperPearson(k: number, count: number, confidence: number): { lower: number; upper: number } {
  checkCases(k, count, confidence);
  const tail = (1 - confidence) / 2;
  return { lower: 1 - greatestRate(count - k, count, tail), upper: greatestRate(k, count, tail) };
}

/**
 * The exact upper bound alone, one-sided: errs with probability 1 - confidence at most, and so is lower than the upper
 * end of `clopperPearson`. 0 of 100 at 95 % bounds the rate by 2.95 %. From 1/2 confidence on.
 */
export function clopperPearsonBound(k: number, count: number, confidence: number): number {
  checkCases(k, count, confidence);
  if (confidence < 0.5) {
    throw new SixbtcError("statistics.precondition", `clopperPearsonBound: ${confidence} is less than even`);
  }
  return greatestRate(k, count, 1 - confidence);
}
