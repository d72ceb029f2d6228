import type { Columns } from "./columns.ts";

/** A row that both have at one time, with different values; the one that was there first is kept. */
type Conflict = { timeMs: number; kept: number[]; offered: number[] };

export type Merged = {
  columns: Columns;
  added: number;
  /** All of them are counted, the first few are shown. */
  conflictCount: number;
  conflicts: Conflict[];
};

const SHOWN_CONFLICTS = 5;

/**
 * Rows of both, ascending by the first column (time), which both already are. A stored row is a fact: a fresh one at
 * the same time is left out, and is a conflict where it differs.
 */
export function mergeColumns(kept: Columns, fresh: Columns): Merged {
  const keptTime = kept[0] ?? new Float64Array();
  const freshTime = fresh[0] ?? new Float64Array();
  // Where each row of the answer comes from: an index into kept, or the complement of one into fresh.
  const origin = new Int32Array(keptTime.length + freshTime.length);
  const conflicts: Conflict[] = [];
  let conflictCount = 0;
  let rows = 0;
  let k = 0;
  let f = 0;
  while (k < keptTime.length || f < freshTime.length) {
    const keptAt = keptTime[k] ?? Infinity;
    const freshAt = freshTime[f] ?? Infinity;
    if (keptAt === freshAt && kept.some((column, i) => column[k] !== fresh[i]?.[f])) {
      conflictCount += 1;
      if (conflicts.length < SHOWN_CONFLICTS) {
        conflicts.push({ timeMs: keptAt, kept: rowOf(kept, k), offered: rowOf(fresh, f) });
      }
    }
    origin[rows] = keptAt <= freshAt ? k : ~f;
    rows += 1;
    if (keptAt <= freshAt) k += 1;
    if (freshAt <= keptAt) f += 1;
  }
  const added = rows - keptTime.length;
  const columns = added === 0 ? kept : kept.map((column, i) => gather(column, fresh[i], origin.subarray(0, rows)));
  return { columns, added, conflictCount, conflicts };
}

function gather(kept: Float64Array, fresh: Float64Array | undefined, origin: Int32Array): Float64Array {
  return Float64Array.from(origin, (index) => (index >= 0 ? kept[index] : fresh?.[~index]) ?? NaN);
}

function rowOf(columns: Columns, row: number): number[] {
  return columns.map((column) => column[row] ?? NaN);
}
