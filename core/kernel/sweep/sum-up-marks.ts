import { LANES, type LaneRun } from "./lanes.ts";

/** Takes the marks of the chunk into what metrics need of each lane, and begins the next chunk. */
export function sumUpMarks(run: LaneRun): void {
  const { chunkStart, chunkBars, marks, dayEquity, grid } = run;
  const { dayEnd } = grid;
  for (let lane = run.firstLane; lane <= run.lastLane; lane++) sumUpLane(run, lane);
  for (; run.nextDayEnd < dayEnd.length && dayEnd[run.nextDayEnd]! < chunkStart + chunkBars; run.nextDayEnd++) {
    const from = (dayEnd[run.nextDayEnd]! - chunkStart) * LANES;
    const to = run.nextDayEnd * LANES;
    for (let lane = 0; lane < LANES; lane++) dayEquity[to + lane] = marks[from + lane]!;
  }
  run.chunkStart += chunkBars;
  run.chunkBars = 0;
}

function sumUpLane(run: LaneRun, lane: number): void {
  const { chunkStart, chunkBars, marks, grid } = run;
  const { closeTime } = grid;
  let peak = run.peak[lane]!;
  let peakClose = run.peakClose[lane]!;
  let worst = run.worst[lane]!;
  let floor = run.floor[lane]!;
  let underWaterMs = run.underWaterMs[lane]!;
  let sum = run.markSum[lane]!;
  for (let bar = 0; bar < chunkBars; bar++) {
    const mark = marks[bar * LANES + lane]!;
    sum += mark;
    if (mark >= peak) {
      // Only here does a stretch below the old peak end: at the close of the bar before.
      const g = chunkStart + bar;
      if (g > 0 && closeTime[g - 1]! - peakClose > underWaterMs) underWaterMs = closeTime[g - 1]! - peakClose;
      peak = mark;
      peakClose = closeTime[g]!;
      floor = floorOf(peak, worst);
    } else if (mark < floor) {
      const fall = (peak - mark) / peak;
      if (fall > worst) {
        worst = fall;
        floor = floorOf(peak, worst);
      }
    }
  }
  const lastClose = closeTime[chunkStart + chunkBars - 1] ?? peakClose;
  if (lastClose - peakClose > underWaterMs) underWaterMs = lastClose - peakClose;
  run.peak[lane] = peak;
  run.peakClose[lane] = peakClose;
  run.worst[lane] = worst;
  run.floor[lane] = floor;
  run.underWaterMs[lane] = underWaterMs;
  run.markSum[lane] = sum;
}

/** Above any mark whose fall from the peak would be a new worst, so that all others are spared a division. */
function floorOf(peak: number, worst: number): number {
  return peak * (1 - worst) * (1 + 1e-12);
}
