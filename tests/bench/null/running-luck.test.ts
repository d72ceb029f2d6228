import { expect, test } from "bun:test";
import { countLuck } from "./running-luck.ts";

test("countLuck: count, mean and sample variance, 0 where there are too few", () => {
  const looks = countLuck();
  expect(looks.luck()).toEqual({ looks: 0, sharpeMean: 0, sharpeVariance: 0 });
  looks.add(2);
  expect(looks.luck()).toEqual({ looks: 1, sharpeMean: 2, sharpeVariance: 0 });
  for (const sharpe of [4, 4, 4, 5, 5, 7, 9]) looks.add(sharpe);
  const { looks: count, sharpeMean, sharpeVariance } = looks.luck();
  expect([count, sharpeMean]).toEqual([8, 5]);
  expect(sharpeVariance).toBeCloseTo(32 / 7, 12);
});
