import { SixbtcError } from "../errors.ts";

/** Whether all of a coin's times are in the grid. Both ascend. */
function isWithin(grid: Float64Array, time: Float64Array): boolean {
  for (let bar = 0, g = 0; bar < time.length; bar++, g++) {
    while (grid[g]! < time[bar]!) g++;
    if (grid[g] !== time[bar]) return false;
  }
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
  for (const time of times) checkAscending(time);
  // Most coins have no time that the longest lacks, and then there is nothing to merge.
  const [longest, ...others] = times.toSorted((a, b) => b.length - a.length);
  let grid: Float64Array = longest?.slice() ?? new Float64Array(0);
  for (const time of others) if (!isWithin(grid, time)) grid = union(grid, time);
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
