import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCandles } from "../../../core/market/check-candles.ts";
import { indexAtOrAfter, sliceCandles } from "../../../core/market/columns.ts";
import { loadCsvCandles } from "../../../core/market/csv-source.ts";
import { readOrResample } from "../../../core/market/read-or-resample.ts";
import { resampleCandles } from "../../../core/market/resample.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { bars, plainBars } from "./bars.ts";

const BAR = 900_000;
const HOUR = 3_600_000;

test("resample: a bar opens with its first, closes with its last, and holds what was between", () => {
  const quarters = bars([
    [0, 10, 12, 9, 11, 1],
    [BAR, 11, 15, 10, 12, 2],
    [2 * BAR, 12, 13, 8, 9, 3],
    [3 * BAR, 9, 10, 9, 10, 4],
  ]);
  expect(resampleCandles(quarters, "15m", "1h")).toEqual(bars([[0, 10, 15, 8, 10, 10]]));
  expect(resampleCandles(quarters, "15m", "30m")).toEqual(
    bars([
      [0, 10, 15, 9, 12, 3],
      [2 * BAR, 12, 13, 8, 10, 7],
    ]),
  );
});

test("resample: no bar that is not over, and none at the front whose beginning is not there", () => {
  const { time } = resampleCandles(plainBars("15m", BAR, 10), "15m", "1h");
  expect([...time]).toEqual([HOUR]);
  expect(resampleCandles(plainBars("15m", 0, 3), "15m", "1h").length).toBe(0);
  expect(resampleCandles(plainBars("15m", 0, 0), "15m", "1h").length).toBe(0);
  expect([...resampleCandles(plainBars("15m", 0, 4), "15m", "1h").time]).toEqual([0]);
});

test("resample: bars missing within change nothing else, a period without bars is not there", () => {
  const whole = plainBars("15m", 0, 16);
  const kept = [0, 2, 5, 6, 7, 12, 15];
  const thinned = bars(
    kept.map((i) => [whole.time, whole.open, whole.high, whole.low, whole.close, whole.volume].map((c) => c[i]!)),
  );
  const hours = resampleCandles(thinned, "15m", "1h");
  expect([...hours.time]).toEqual([0, HOUR, 3 * HOUR]);
  expect([...hours.open]).toEqual([whole.open[0]!, whole.open[5]!, whole.open[12]!]);
  expect([...hours.close]).toEqual([whole.close[2]!, whole.close[7]!, whole.close[15]!]);
  expect(checkCandles(hours, "1h")).toEqual([]);
});

test("resample: refuses a timeframe that is not longer", () => {
  expect(() => resampleCandles(plainBars("1h", 0, 4), "1h", "1h")).toThrow("1h candles are not made of 1h");
  expect(() => resampleCandles(plainBars("1h", 0, 4), "1h", "15m")).toThrow();
});

describe("readOrResample", () => {
  const home = mkdtempSync(join(tmpdir(), "sixbtc-resample-"));
  afterAll(() => rmSync(home, { recursive: true }));
  const REAL = { source: "csv", synthetic: false };

  test("readOrResample: makes what is missing of the nearest shorter one, and anew when that has grown", async () => {
    const store = openCandleStore(mkdtempSync(join(home, "a-")));
    expect(await readOrResample(store, "venue", "BTC", "1h")).toBeNull();
    await store.merge({ exchange: "venue", coin: "BTC", timeframe: "15m" }, REAL, { candles: plainBars("15m", 0, 8) });
    expect((await readOrResample(store, "venue", "BTC", "1h"))!.length).toBe(2);
    const info = store.info({ exchange: "venue", coin: "BTC", timeframe: "1h" })!;
    expect(info).toMatchObject({ rows: 2, synthetic: false, source: expect.stringMatching(/^resampled 15m /) });
    await readOrResample(store, "venue", "BTC", "1h");
    expect(store.info({ exchange: "venue", coin: "BTC", timeframe: "1h" })).toEqual(info);
    await store.merge({ exchange: "venue", coin: "BTC", timeframe: "15m" }, REAL, { candles: plainBars("15m", 0, 12) });
    expect((await readOrResample(store, "venue", "BTC", "1h"))!.length).toBe(3);
  });

  test("readOrResample: what the exchange itself gave is taken as it is", async () => {
    const store = openCandleStore(mkdtempSync(join(home, "b-")));
    await store.merge({ exchange: "venue", coin: "BTC", timeframe: "15m" }, REAL, { candles: plainBars("15m", 0, 40) });
    await store.merge({ exchange: "venue", coin: "BTC", timeframe: "1h" }, REAL, { candles: plainBars("1h", 0, 1, 5) });
    expect((await readOrResample(store, "venue", "BTC", "1h"))!.length).toBe(1);
  });
});

const data = process.env["SIXBTC_TEST_DATA"];

test.skipIf(!data)("resample: real 15m candles give the exchange's own 30m, 1h and 2h ones", async () => {
  for (const coin of ["BTC", "SOL", "HYPE"]) {
    const quarters = (await loadCsvCandles(join(data!, "hyperliquid", `${coin}-15m.csv.gz`))).candles;
    for (const timeframe of ["30m", "1h", "2h"] as const) {
      const own = (await loadCsvCandles(join(data!, "hyperliquid", `${coin}-${timeframe}.csv.gz`))).candles;
      const made = resampleCandles(quarters, "15m", timeframe);
      const from = indexAtOrAfter(own.time, made.time[0]!);
      const to = indexAtOrAfter(own.time, made.time.at(-1)! + 1);
      const theirs = sliceCandles(own, from, to);
      expect([...made.time]).toEqual([...theirs.time]);
      let different = 0;
      for (let i = 0; i < made.length; i++) {
        const isSame = (["open", "high", "low", "close"] as const).every((name) => made[name][i] === theirs[name][i]);
        if (!isSame || Math.abs(made.volume[i]! - theirs.volume[i]!) > 1e-6 * theirs.volume[i]!) different += 1;
      }
      // The exchange's own files contradict one another in one to three bars of thousands.
      expect(different).toBeLessThanOrEqual(3);
      expect(made.length).toBeGreaterThan(2000);
    }
  }
});
