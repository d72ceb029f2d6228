import { expect, test } from "bun:test";
import { expectedMaxSharpe } from "../../../core/statistics/expected-max-sharpe.ts";
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
  // The candidate counts as one look more, and a mean below 0 as 0.
  expect(benchmark).toBeCloseTo(Math.SQRT2 * expectedMaxSharpe(301), 12);
  const shape = { sharpe: passingSharpe / Math.sqrt(365), skewness: 0, kurtosis: 3 };
  expect(minTrackRecord(shape, benchmark / Math.sqrt(365), 0.95)).toBeCloseTo(730, 6);
});
