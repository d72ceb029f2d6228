import { enterLanes } from "./enter-lanes.ts";
import { CHUNK_BARS, LANES, type LaneRun } from "./lanes.ts";
import { leaveLanes } from "./leave-lanes.ts";
import { markLanes } from "./mark-lanes.ts";
import { sumUpMarks } from "./sum-up-marks.ts";

/** Takes the lanes of a run through all grid times, each as EXECUTION.md 2 has it. */
export function walkLanes(run: LaneRun): void {
  const { grid, firstEntry, account } = run;
  const { bars } = grid;
  const { maxPositions } = account;
  const entryGrid = run.prepared.entries.grid;
  const entries = run.prepared.entries.length;
  for (let g = 0; g < bars; g++) {
    if (run.heldCount === 0) {
      const next = firstEntry[g]!;
      const idleUntil = next < entries ? entryGrid[next]! : bars;
      markIdle(run, g, idleUntil);
      g = idleUntil;
      if (g === bars) break;
    }
    if (run.nextExit === 2 * g) leaveLanes(run, 2 * g);
    if (run.heldCount < maxPositions && firstEntry[g]! < firstEntry[g + 1]!) enterLanes(run, g);
    if (run.heldCount > 0) run.exposedBars++;
    if (run.nextExit === 2 * g + 1) leaveLanes(run, 2 * g + 1);
    mark(run, g);
  }
  if (run.isMarkedDaily) return;
  sumUpMarks(run);
}

function mark(run: LaneRun, g: number): void {
  if (run.isMarkedDaily) {
    const { grid, dayEquity, nextDayEnd } = run;
    if (grid.dayEnd[nextDayEnd] !== g) return;
    markLanes(run, g, dayEquity, nextDayEnd * LANES);
    run.nextDayEnd++;
    return;
  }
  if (run.chunkBars === CHUNK_BARS) sumUpMarks(run);
  markLanes(run, g, run.marks, run.chunkBars * LANES);
  run.chunkBars++;
}

/** Marks of the grid times from `from` on before `to`, between which nothing is open. */
function markIdle(run: LaneRun, from: number, to: number): void {
  const { cash, dayEquity, marks } = run;
  if (run.isMarkedDaily) {
    for (; run.nextDayEnd < run.grid.dayEnd.length && run.grid.dayEnd[run.nextDayEnd]! < to; run.nextDayEnd++) {
      const at = run.nextDayEnd * LANES;
      for (let lane = 0; lane < LANES; lane++) dayEquity[at + lane] = cash[lane]!;
    }
    return;
  }
  for (let g = from; g < to; g++) {
    if (run.chunkBars === CHUNK_BARS) sumUpMarks(run);
    const at = run.chunkBars * LANES;
    for (let lane = 0; lane < LANES; lane++) marks[at + lane] = cash[lane]!;
    run.chunkBars++;
  }
}
