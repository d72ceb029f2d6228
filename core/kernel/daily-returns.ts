const DAY_MS = 86_400_000;

/** Daily returns as they are kept: one for each UTC day, without gaps, from the day that begins at `firstDayMs`. */
export type DatedReturns = { firstDayMs: number; returns: number[] };

/**
 * One return for each UTC day from the first grid time's to the last's, the broken ones included (EXECUTION.md 7). A
 * day's equity is the last mark of a bar that opens in it, the first day is measured against `capital`; a day
 * without bars returns 0, and so does one after equity fell to 0 or less. Empty without marks.
 */
export function dailyReturns(gridTime: Float64Array, marks: Float64Array, capital: number): Float64Array {
  if (gridTime.length === 0) return new Float64Array(0);
  const firstDay = Math.floor(gridTime[0]! / DAY_MS);
  const lastDay = Math.floor(gridTime[gridTime.length - 1]! / DAY_MS);
  const returns = new Float64Array(lastDay - firstDay + 1);
  let before = capital;
  let day = firstDay;
  for (let g = 0; g < gridTime.length; g++) {
    if (gridTime[g]! >= (day + 1) * DAY_MS) day = Math.floor(gridTime[g]! / DAY_MS);
    if (g + 1 < gridTime.length && gridTime[g + 1]! < (day + 1) * DAY_MS) continue;
    const equity = marks[g]!;
    returns[day - firstDay] = dayReturn(before, equity);
    before = equity;
  }
  return returns;
}

/** The return of a day that began with `before` and ended with `equity`; 0 once nothing was left. */
export function dayReturn(before: number, equity: number): number {
  return before > 0 ? equity / before - 1 : 0;
}
