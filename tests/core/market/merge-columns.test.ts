import { expect, test } from "bun:test";
import fc from "fast-check";
import { mergeColumns } from "../../../core/market/merge-columns.ts";

const rows = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(3)), { selector: ([time]) => time, maxLength: 20 });
const columnsOf = (pairs: [number, number][]) => {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  return [0, 1].map((i) => Float64Array.from(sorted, (pair) => pair[i]!));
};

test("mergeColumns: is what putting the stored rows over the fresh ones gives", () => {
  fc.assert(
    fc.property(rows, rows, (kept, fresh) => {
      const naive = [...new Map([...fresh, ...kept])].toSorted((a, b) => a[0] - b[0]);
      const stored = new Map(kept);
      const differing = fresh.filter(([time, value]) => stored.has(time) && stored.get(time) !== value);
      const merged = mergeColumns(columnsOf(kept), columnsOf(fresh));
      expect(merged.columns.map((column) => [...column])).toEqual([0, 1].map((i) => naive.map((row) => row[i]!)));
      expect(merged.added).toBe(naive.length - kept.length);
      expect(merged.conflictCount).toBe(differing.length);
    }),
  );
});

test("mergeColumns: shows a conflict with what is kept and what was offered", () => {
  const { conflicts } = mergeColumns(columnsOf([[1, 5]]), columnsOf([[1, 6]]));
  expect(conflicts).toEqual([{ timeMs: 1, kept: [1, 5], offered: [1, 6] }]);
});
