import { SixbtcError } from "../errors.ts";

/** Whether two time columns hold the same times. */
function isSame(a: Float64Array, b: Float64Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function checkAscending(time: Float64Array): void {
  for (let i = 1; i < time.length; i++) {
    if (!(time[i]! > time[i - 1]!)) {
      throw new SixbtcError(
        "kernel.precondition",
        `bar ${i} at ${time[i]} does not follow bar ${i - 1} at ${time[i - 1]}`,
      );
    }
  }
}

function union(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromA = i < a.length ? a[i]! : Number.POSITIVE_INFINITY;
    const fromB = j < b.length ? b[j]! : Number.POSITIVE_INFINITY;
    if (fromA <= fromB) i++;
    if (fromB <= fromA) j++;
    merged[count++] = Math.min(fromA, fromB);
  }
  return merged.slice(0, count);
}

/** All open times at which any coin has a bar, ascending (EXECUTION.md 1). Throws where a column does not ascend. */
export function unionGrid(times: readonly Float64Array[]): Float64Array {
  let grid: Float64Array = new Float64Array(0);
  for (const time of times) {
    if (isSame(grid, time)) continue;
    checkAscending(time);
    grid = grid.length === 0 ? time.slice() : union(grid, time);
  }
  return grid;
}

/** For each bar of a coin the index of its time in the grid, which must contain it. */
export function gridIndexes(grid: Float64Array, time: Float64Array): Int32Array {
  const out = new Int32Array(time.length);
  for (let bar = 0, g = 0; bar < time.length; bar++, g++) {
    while (grid[g]! < time[bar]!) g++;
    out[bar] = g;
  }
  return out;
}
