import { dayReturn } from "../daily-returns.ts";
import type { RunSums } from "../metrics.ts";
import * as At from "./lane-layout.ts";
import type { LaneRun } from "./lanes.ts";

const DAY_MS = 86_400_000;
const { at32, at64, LANES } = At;

/** What the metrics of one lane follow from once it is through. `returns`, one a day, is written over. */
export function laneSums(run: LaneRun, lane: number, returns: Float64Array): RunSums {
  const { grid, account, ints, floats } = run;
  const { bars, openTime, closeTime } = grid;
  const of = (address: number) => floats[at64(address) + lane]!;
  // A stretch below the peak that has not ended.
  const toEndMs = bars === 0 ? 0 : closeTime[bars - 1]! - of(At.PEAK_CLOSE);
  return {
    capital: account.capital,
    bars,
    periodMs: bars === 0 ? 0 : closeTime[bars - 1]! - openTime[0]!,
    dailyReturns: laneReturns(run, lane, returns),
    maxDrawdown: of(At.WORST),
    timeUnderWaterDays: Math.max(of(At.UNDER_WATER), toEndMs) / DAY_MS,
    trades: {
      trades: ints[at32(At.TRADES)]!,
      wins: ints[at32(At.WINS)]! - of(At.WINS_LOST),
      returns: floats[at64(At.RETURNS)]! - of(At.RETURNS_LOST),
      gains: of(At.GAINS),
      losses: of(At.LOSSES),
    },
    traded: of(At.TRADED),
    markSum: of(At.MARK_SUM),
    exposedBars: ints[at32(At.EXPOSED_BARS)]!,
    finalEquity: bars === 0 ? account.capital : floats[at64(run.dayEquity) + (grid.dayEnd.length - 1) * LANES + lane]!,
  };
}

/** One return a day of one lane, written into `returns`. */
export function laneReturns(run: LaneRun, lane: number, returns: Float64Array): Float64Array {
  const { dayEnd, dayNumber } = run.grid;
  const first = at64(run.dayEquity) + lane;
  returns.fill(0);
  let before = run.account.capital;
  for (let d = 0; d < dayEnd.length; d++) {
    const equity = run.floats[first + d * LANES]!;
    returns[dayNumber[d]!] = dayReturn(before, equity);
    before = equity;
  }
  return returns;
}
