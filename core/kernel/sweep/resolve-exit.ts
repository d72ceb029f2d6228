import type { LaneRun } from "./lanes.ts";
import { momentOf, TRAILING_TARGET } from "./touches.ts";

/** The first of all that may end a position of entry `i` in the group under way, but for liquidation. */
export function resolveExit(run: LaneRun, i: number): void {
  const { touches } = run.scan;
  const n = touches.entries;
  const stop = run.stop * n + i;
  const target = run.target * n + i;
  const maxBars = run.maxBars * n + i;
  let key = touches.endKey[i]!;
  let fill = touches.endFill[i]!;
  if (touches.maxBarsKey[maxBars]! < key) {
    key = touches.maxBarsKey[maxBars]!;
    fill = touches.maxBarsFill[maxBars]!;
  }
  if (touches.signalKey[i]! < key) {
    key = touches.signalKey[i]!;
    fill = touches.signalFill[i]!;
  }
  const targetKey = touches.targetKey[target]!;
  if (targetKey < key) {
    key = targetKey;
    fill = touches.targetFill[target]!;
  }
  let level = Number.NEGATIVE_INFINITY;
  const isTrailingTarget = (key & 7) === TRAILING_TARGET;
  if (isTrailingTarget) level = touches.targetLevel[target]!;
  const stopKey = touches.stopKey[stop]!;
  if (stopKey < key) {
    // Met at the same time, the trailing target's level counts where it is the more favourable.
    const isTargetBetter = isTrailingTarget && momentOf(stopKey) === momentOf(key) && level > touches.stopLevel[stop]!;
    if (!isTargetBetter) {
      key = stopKey;
      fill = touches.stopFill[stop]!;
      level = touches.stopLevel[stop]!;
    }
  }
  run.exitMoment = momentOf(key);
  run.exitOrder = key & 7;
  run.exitFill = fill;
  run.exitLevel = level;
}
