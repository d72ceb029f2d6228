import { expect, test } from "bun:test";
import fc from "fast-check";
import { permutationPValue } from "../../../core/statistics/p-value.ts";

test("p-value: add-one, with ties against the real value", () => {
  expect(permutationPValue(3, [1, 2, 3, 4])).toBe(3 / 5);
  // The reality check's vector: of six draws one reaches 0.0212132.
  expect(permutationPValue(0.0212132, [0, 0, 0.014142, 0.014142, 0.045962, 0])).toBe(2 / 7);
});

test("p-value: never 0, and not less than the number of nulls allows", () => {
  for (const [count, floor] of [
    [99, 0.01],
    [199, 0.005],
    [999, 0.001],
  ] as const) {
    expect(permutationPValue(1, new Float64Array(count))).toBe(floor);
  }
  expect(permutationPValue(1, [])).toBe(1);
});

test("p-value: NaN counts against the real value, on either side", () => {
  expect(permutationPValue(3, [NaN, 0, 0])).toBe(2 / 4);
  expect(permutationPValue(NaN, [0, 0, 0])).toBe(1);
  expect(permutationPValue(-Infinity, [-Infinity, 0])).toBe(1);
  expect(permutationPValue(0, [-Infinity, -Infinity])).toBe(1 / 3);
});

test("p-value: where each value could have been the real one, at most a share p of them has p or less", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
      const ps = values.map((real, i) => permutationPValue(real, values.toSpliced(i, 1)));
      for (const level of ps) {
        expect(ps.filter((p) => p <= level).length / ps.length).toBeLessThanOrEqual(level + 1e-12);
      }
    }),
  );
});
