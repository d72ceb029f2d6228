import { expect, test } from "bun:test";
import fc from "fast-check";
import { joinSpans, subtractSpans } from "../../../core/market/spans.ts";

const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
const points = (spans: { fromMs: number; toMs: number }[]) => {
  const all = Array.from({ length: 21 }, (_, i) => i);
  return all.filter((at) => spans.some(({ fromMs, toMs }) => fromMs <= at && at < toMs));
};

test("joinSpans: holds the same times, ascending, no two touching", () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const joined = joinSpans(spans);
      expect(points(joined)).toEqual(points(spans));
      expect(joined.every((next, i) => i === 0 || joined[i - 1]!.toMs < next.fromMs)).toBe(true);
    }),
  );
});

test("subtractSpans: leaves the times that are in no hole", () => {
  fc.assert(
    fc.property(span, fc.array(span), (whole, holes) => {
      const taken = new Set(points(holes));
      expect(points(subtractSpans(whole, holes))).toEqual(points([whole]).filter((at) => !taken.has(at)));
    }),
  );
});
