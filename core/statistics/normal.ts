import { SixbtcError } from "../errors.ts";

// Own code, since simple-statistics reads the cdf from a table of four digits and its probit is off by 0.01 at 0.999.

/** Nearer to 0 than this the series is used, which would lose digits beyond; farther away the continued fraction. */
const BODY = 1.5;
/** Terms of the fraction. Its error falls as exp(-2x sqrt(terms)): at 1.5 these many leave less than a double can tell. */
const FRACTION_TERMS = 180;

const density = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** The area from 0 to `x`, for |x| < `BODY`: Abramowitz and Stegun 26.2.11. All its terms have one sign. */
function areaFromZero(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return density(x) * sum;
}

/** The area beyond `x`, for x >= `BODY`: Abramowitz and Stegun 26.2.14, from its far end. */
function areaBeyond(x: number): number {
  let denominator = x;
  for (let k = FRACTION_TERMS; k >= 1; k--) denominator = x + k / denominator;
  return density(x) / denominator;
}

/**
 * The probability that a standard normal value is at most `x`, good to 1e-15; the left tail to 1e-13 of its own size,
 * until doubles run out of digits below -37.5. NaN for NaN.
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) < BODY) return 0.5 + areaFromZero(x);
  return x < 0 ? areaBeyond(-x) : 1 - areaBeyond(x);
}

/** Abramowitz and Stegun 26.2.23: where the area beyond is `area`, which is at most 1/2. Off by up to 4.5e-4. */
function roughQuantile(area: number): number {
  const t = Math.sqrt(-2 * Math.log(area));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/**
 * The value that a standard normal one is below with probability `p`; infinite for 0 and 1. Where `p` is near 1, ask
 * for the other end: `-normalQuantile(1 - p)`, with `1 - p` from its own formula, keeps the digits that `p` has lost.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new SixbtcError("statistics.precondition", `normalQuantile: ${p} is no probability`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const beyond = Math.min(p, 1 - p);
  const fromZero = Math.abs(p - 0.5);
  let x = roughQuantile(beyond);
  // Halley's steps treble the digits: 4.5e-4 becomes about 1e-9, then less than a double can tell. The error is taken
  // in the small of the two areas, so that neither tails nor values next to 0 lose digits.
  for (let step = 0; step < 2; step++) {
    const error = x < BODY ? areaFromZero(x) - fromZero : beyond - areaBeyond(x);
    const newton = error / density(x);
    x -= newton / (1 + 0.5 * x * newton);
  }
  return p < 0.5 ? -x : x;
}
