import { SixbtcError } from "../errors.ts";
import type { Funding } from "./candles.ts";
import type { Side } from "./rules.ts";

const HOUR_MS = 3_600_000;

/** What a position receives (USD, negative is paid) for funding of `rate` at `price` (EXECUTION.md 6). */
export function fundingPayment(side: Side, qty: number, price: number, rate: number): number {
  // Price and rate first: their product is the same for all positions of a coin.
  return -side * qty * (price * rate);
}

/**
 * Payments as the simulator reads them, from rows in any order: each time rounded down to the full hour (exchanges
 * stamp some ms late), the rates of one hour added up, ascending.
 */
export function hourlyFunding(timesMs: ArrayLike<number>, rates: ArrayLike<number>): Funding {
  if (timesMs.length !== rates.length) {
    throw new SixbtcError("kernel.precondition", `funding: ${timesMs.length} times for ${rates.length} rates`);
  }
  const perHour = new Map<number, number>();
  for (let i = 0; i < timesMs.length; i++) {
    const hour = Math.floor(timesMs[i]! / HOUR_MS) * HOUR_MS;
    perHour.set(hour, (perHour.get(hour) ?? 0) + rates[i]!);
  }
  const time = Float64Array.from(perHour.keys()).sort();
  return { time, rate: time.map((hour) => perHour.get(hour)!) };
}

/** The sum of the rates due at hours `h` with `afterMs < h <= untilMs`; 0 where no row lies in between. */
export function rateDue(funding: Funding, afterMs: number, untilMs: number): number {
  const { time, rate } = funding;
  let low = 0;
  for (let high = time.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (time[middle]! > afterMs) high = middle;
    else low = middle + 1;
  }
  let sum = 0;
  for (; low < time.length && time[low]! <= untilMs; low++) sum += rate[low]!;
  return sum;
}

/** The rates that fall due on each bar of a coin, one value a bar, so that no simulation looks them up again. */
export type BarFunding = {
  /** Of hours `h` with `T < h <= T + tf`: paid at the close of the bar. */
  readonly atClose: Float64Array;
  /** Of hours between the end of the bar before and `T`, `T` included: paid at the open. 0 but after a gap. */
  readonly overGap: Float64Array;
};

/** `barFunding(...)[i]` depends on the time of bars `i - 1` and `i` and on rows up to the close of bar `i` only. */
export function barFunding(time: Float64Array, timeframeMs: number, funding: Funding): BarFunding {
  const atClose = new Float64Array(time.length);
  const overGap = new Float64Array(time.length);
  const hours = funding.time;
  let row = 0;
  // Hours up to the first open belong to nobody.
  while (row < hours.length && time.length > 0 && hours[row]! <= time[0]!) row++;
  for (let bar = 0; bar < time.length; bar++) {
    const open = time[bar]!;
    for (; row < hours.length && hours[row]! <= open; row++) overGap[bar]! += funding.rate[row]!;
    for (; row < hours.length && hours[row]! <= open + timeframeMs; row++) atClose[bar]! += funding.rate[row]!;
  }
  return { atClose, overGap };
}
