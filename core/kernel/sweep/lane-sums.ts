import type { RunSums } from "../metrics.ts";
import { LANES, type LaneRun } from "./lanes.ts";

const DAY_MS = 86_400_000;

/** What the metrics of one lane follow from. `returns`, one a day, is written over. */
export function laneSums(run: LaneRun, lane: number, returns: Float64Array): RunSums {
  const { grid, account, trades } = run;
  const { bars, openTime, closeTime } = grid;
  return {
    capital: account.capital,
    bars,
    periodMs: bars === 0 ? 0 : closeTime[bars - 1]! - openTime[0]!,
    dailyReturns: laneReturns(run, lane, returns),
    maxDrawdown: run.worst[lane]!,
    timeUnderWaterDays: run.underWaterMs[lane]! / DAY_MS,
    trades: {
      trades,
      wins: run.wins - run.winsLost[lane]!,
      returns: run.returns - run.returnsLost[lane]!,
      gains: run.gains[lane]!,
      losses: run.losses[lane]!,
    },
    traded: run.traded[lane]!,
    markSum: run.markSum[lane]!,
    exposedBars: run.exposedBars,
    finalEquity: bars === 0 ? account.capital : run.dayEquity[(grid.dayEnd.length - 1) * LANES + lane]!,
  };
}

/** One return a day of one lane, written into `returns`. */
export function laneReturns({ grid, account, dayEquity }: LaneRun, lane: number, returns: Float64Array): Float64Array {
  const { dayEnd, dayNumber } = grid;
  returns.fill(0);
  let before = account.capital;
  for (let d = 0; d < dayEnd.length; d++) {
    const equity = dayEquity[d * LANES + lane]!;
    returns[dayNumber[d]!] = before > 0 ? equity / before - 1 : 0;
    before = equity;
  }
  return returns;
}
