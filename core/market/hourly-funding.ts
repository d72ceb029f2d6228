import type { Funding } from "../kernel/candles.ts";

const HOUR_MS = 3_600_000;

/**
 * Payments by the full hour at which they are due: times rounded down (exchanges stamp some ms late), rows of one
 * hour added up. `rows` must be in ascending order of time.
 */
export function hourlyFunding(rows: Funding): Funding {
  const time = new Float64Array(rows.time.length);
  const rate = new Float64Array(rows.time.length);
  let length = 0;
  for (let i = 0; i < rows.time.length; i++) {
    const hour = Math.floor((rows.time[i] ?? NaN) / HOUR_MS) * HOUR_MS;
    const paid = rows.rate[i] ?? NaN;
    if (length > 0 && time[length - 1] === hour) {
      rate[length - 1] = (rate[length - 1] ?? NaN) + paid;
    } else {
      time[length] = hour;
      rate[length] = paid;
      length += 1;
    }
  }
  return { time: time.slice(0, length), rate: rate.slice(0, length) };
}
