import { expect, test } from "bun:test";
import { minTrackRecord } from "../../../core/statistics/min-track-record.ts";
import { askedSharpe } from "./asked-sharpe.ts";

const DAY_MS = 86_400_000;
const windows = {
  inSample: { fromMs: 0, toMs: 548 * DAY_MS },
  outOfSample: { fromMs: 548 * DAY_MS, toMs: 730 * DAY_MS },
};

test("askedSharpe: the benchmark of the gate, and the Sharpe whose track record need not be longer than the windows", () => {
  const luck = { looks: 300, sharpeMean: -0.5, sharpeVariance: 2 };
  const { benchmark, passingSharpe } = askedSharpe(luck, windows, { min: 0.95, minLooks: 30 });
  // The candidate counts too: 2.8976 is what the best of 301 is expected to reach; a mean below 0 counts as 0.
  expect(benchmark).toBeCloseTo(Math.SQRT2 * 2.8976, 1);
  const shape = { sharpe: passingSharpe / Math.sqrt(365), skewness: 0, kurtosis: 3 };
  expect(minTrackRecord(shape, benchmark / Math.sqrt(365), 0.95)).toBeCloseTo(730, 6);
});
