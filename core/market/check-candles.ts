import { SixbtcError } from "../errors.ts";
import type { Candles, Funding } from "../kernel/candles.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { sliceCandles } from "./columns.ts";

/** What is impossible about a row, counted from 0. */
export type RowProblem = { row: number; problem: string };

/** A run of bars that are not there: open times of the first and the last, and how many. */
export type Gap = { fromMs: number; toMs: number; bars: number };

/**
 * What no exchange can have meant, first rows first, at most `limit` of them: times that do not ascend or are no
 * multiples of the timeframe, prices that are not above 0, a high or low inside the body, a negative volume.
 */
export function checkCandles(candles: Candles, timeframe: Timeframe, limit = 10): RowProblem[] {
  const { time, open, high, low, close, volume, length } = candles;
  const barMs = timeframeMs(timeframe);
  const problems: RowProblem[] = [];
  let last = -1;
  let isMultiple = false;
  for (let row = 0; row < length && problems.length < limit; row++) {
    const t = time[row] ?? NaN;
    const o = open[row] ?? NaN;
    const h = high[row] ?? NaN;
    const l = low[row] ?? NaN;
    const c = close[row] ?? NaN;
    const v = volume[row] ?? NaN;
    // Written so that NaN fails: a bar is possible only if every claim about it holds. A remainder takes longer than
    // all else here, and one bar after a bar that has none there is none either.
    isMultiple = (isMultiple && t - last === barMs) || t % barMs === 0;
    const possible =
      t > last &&
      isMultiple &&
      l > 0 &&
      l <= Math.min(o, c) &&
      h >= Math.max(o, c) &&
      h < Infinity &&
      v >= 0 &&
      v < Infinity;
    if (!possible) {
      problems.push({ row, problem: describeCandle({ t, o, h, l, c, v }, last, timeframe) });
    }
    last = t;
  }
  return problems;
}

type Bar = { t: number; o: number; h: number; l: number; c: number; v: number };

function describeCandle({ t, o, h, l, c, v }: Bar, lastTime: number, timeframe: Timeframe): string {
  if (!(t >= 0 && t < Infinity)) return `timestamp ${t} is not a time in ms`;
  if (t === lastTime) return `timestamp ${t} is there twice`;
  if (!(t > lastTime)) return `timestamp ${t} comes after ${lastTime}: times must ascend`;
  if (t % timeframeMs(timeframe) !== 0) return `timestamp ${t} is no multiple of ${timeframe}`;
  for (const [name, price] of Object.entries({ open: o, high: h, low: l, close: c })) {
    if (!(price > 0 && price < Infinity)) return `${name} ${price} is not a price`;
  }
  if (!(h >= Math.max(o, c))) return `high ${h} is below open ${o} or close ${c}`;
  if (!(l <= Math.min(o, c))) return `low ${l} is above open ${o} or close ${c}`;
  return `volume ${v} is not a finite number from 0 up`;
}

/** What no exchange takes in an hour: they cap their rates at some hundredths of the position. */
const ABSURD_RATE = 0.2;

/** What an exchange cannot have meant by a funding rate, or null. A person's own file may say anything finite. */
export function rateProblem(rate: number): string | null {
  if (!Number.isFinite(rate)) return `rate ${rate} is not a number`;
  return Math.abs(rate) < ABSURD_RATE ? null : `rate ${rate} would take ${Math.abs(rate) * 100} % in an hour`;
}

/** The same for funding rates: times that are no full hours or do not ascend, rates that are not finite. */
export function checkFunding({ time, rate }: Funding, limit = 10): RowProblem[] {
  const problems: RowProblem[] = [];
  let last = -1;
  for (let row = 0; row < time.length && problems.length < limit; row++) {
    const t = time[row] ?? NaN;
    if (!(t > last)) problems.push({ row, problem: `timestamp ${t} comes after ${last}: times must ascend` });
    else if (t % 3_600_000 !== 0) problems.push({ row, problem: `timestamp ${t} is no full hour` });
    else if (!Number.isFinite(rate[row])) problems.push({ row, problem: `rate ${rate[row]} is not a number` });
    last = t;
  }
  return problems;
}

/** Throws `data.invalid` for the first problem; `where` says which file and row it is. */
export function refuseProblems(problems: readonly RowProblem[], where: (row: number) => string): void {
  const first = problems[0];
  if (first === undefined) return;
  throw new SixbtcError("data.invalid", `${where(first.row)}: ${first.problem}`, {
    hint: "Nothing of it was taken over. Correct it or get the data again.",
    exitCode: 3,
  });
}

/** Bars missing between the first and the last time. */
export function findGaps(time: Float64Array, timeframe: Timeframe): Gap[] {
  const barMs = timeframeMs(timeframe);
  const gaps: Gap[] = [];
  for (let i = 1; i < time.length; i++) {
    const before = time[i - 1] ?? NaN;
    const after = time[i] ?? NaN;
    if (after - before > barMs) {
      gaps.push({ fromMs: before + barMs, toMs: after - barMs, bars: (after - before) / barMs - 1 });
    }
  }
  return gaps;
}

/** The candles whose period is over at `nowMs`: a bar that can still change is not a fact. */
export function dropUnfinished(candles: Candles, timeframe: Timeframe, nowMs: number): Candles {
  const barMs = timeframeMs(timeframe);
  let length = candles.length;
  while (length > 0 && (candles.time[length - 1] ?? NaN) + barMs > nowMs) length -= 1;
  return length === candles.length ? candles : sliceCandles(candles, 0, length);
}
