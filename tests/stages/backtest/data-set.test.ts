import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Candles } from "../../../core/kernel/candles.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";
import { type DataSet, readDataSet } from "../../../stages/backtest/data-set.ts";
import { loadDataSet } from "../../../stages/backtest/load-data-set.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2025, 0, 1);
const SETTINGS = { inSampleDays: 120, outOfSampleDays: 40, inSampleShare: 0.75, minDays: 60 };

let home = "";
let store: CandleStore;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "sixbtc-data-"));
  store = openCandleStore(home);
});
afterAll(() => rmSync(home, { recursive: true }));

/** Hourly candles that are all alike but for their time and volume. */
function candles(fromDay: number, days: number, volume: number, price = 100): Candles {
  const time = Float64Array.from({ length: days * 24 }, (_, i) => START + fromDay * DAY + i * HOUR);
  const flat = (value: number) => new Float64Array(time.length).fill(value);
  const [open, high, low, close] = [flat(price), flat(price + 1), flat(price - 1), flat(price)];
  return { time, open, high, low, close, volume: flat(volume), length: time.length };
}

const put = (exchange: string, coin: string, content: Candles, synthetic = false) =>
  store.write({ exchange, coin, timeframe: "1h" }, { source: "test", synthetic }, { candles: content });

const WANTED = {
  ...{ sources: ["second", "first"], coins: ["AAA", "BBB", "CCC", "DDD", "EEE"], windows: SETTINGS },
  maxLeverages: new Map([["BBB", 40]]),
  listings: new Map<string, Set<string>>(),
};

async function readReady(wanted: Partial<typeof WANTED> = {}, timeframe: "1h" | "2h" = "1h"): Promise<DataSet> {
  const result = await readDataSet(store, timeframe, { ...WANTED, ...wanted });
  if (result.kind !== "ready") throw new Error(result.reason);
  return result.data;
}

test("data set: says why there is none", async () => {
  expect(await readDataSet(store, "1h", WANTED)).toEqual({ kind: "not-ready", reason: "there are no 1h candles" });
  await put("second", "AAA", candles(0, 30, 1));
  expect(await readDataSet(store, "1h", WANTED)).toEqual({
    ...{ kind: "not-ready", reason: "no coin has 60 days of 1h candles (the longest: 30)" },
  });
});

test("data set: coins with enough candles by volume in sample, all of the first exchange that has any", async () => {
  await put("second", "AAA", candles(0, 200, 1));
  await put("first", "AAA", candles(0, 200, 1));
  await put("second", "BBB", candles(0, 200, 5));
  await put("second", "CCC", candles(100, 100, 3));
  await put("second", "DDD", candles(150, 50, 9));
  await put("first", "EEE", candles(0, 200, 9));
  await put("synthetic", "SYN", candles(0, 200, 9), true);
  await put("second", "ZZZ", candles(0, 200, 9));
  const data = await readReady();
  expect(data.coins.map(({ exchange, coin, maxLeverage }) => [exchange, coin, maxLeverage])).toEqual([
    ["second", "BBB", 40],
    ["second", "CCC", 10],
    ["second", "AAA", 10],
  ]);
  const day = (ms: number) => (ms - START) / DAY;
  const { inSample, outOfSample } = data.windows;
  expect([inSample.fromMs, inSample.toMs, outOfSample.toMs].map(day)).toEqual([40, 160, 200]);
  expect(data.synthetic).toBe(false);
  expect(data.warnings).toEqual([
    "1h: fewer than 60 days of DDD: left out.",
    "1h: CCC covers a part of the 160 days.",
    "1h: no funding rates for BBB, CCC, AAA: none is paid.",
  ]);
});

test("data set: synthetic candles count where there are no others, and say so", async () => {
  const data = await readReady({ coins: ["SYN"] });
  expect([data.coins.map(({ coin }) => coin), data.synthetic]).toEqual([["SYN"], true]);
  expect(data.warnings[0]).toBe("1h: SYNTHETIC CANDLES: what they show says nothing about a real market.");
});

test("data set: where none of the wanted coins is there, all are", async () => {
  expect((await readReady({ coins: ["XXX"] })).coins.map(({ coin }) => coin)).toEqual(["ZZZ", "BBB", "CCC", "AAA"]);
});

test("data set: a longer timeframe is made of a shorter one, as a file that a child can map", async () => {
  const data = await readReady({}, "2h");
  expect(data.coins.map(({ coin }) => coin)).toEqual(["BBB", "CCC", "AAA"]);
  const { market, inSample, outOfSample } = loadDataSet(data);
  expect(market.coins.map(({ candles }) => candles.length)).toEqual([2400, 1200, 2400]);
  expect([inSample.gridTime.length, outOfSample.gridTime.length]).toEqual([120 * 12, 40 * 12]);
});

test("data set: the hash names what is inside the windows' end, and nothing after it", async () => {
  const before = await readReady();
  const hash = loadDataSet(before).snapshotHash;
  await put("second", "BBB", candles(0, 200, 5, 101));
  const changed = await readReady();
  expect(changed.id).not.toBe(before.id);
  expect(loadDataSet(changed).snapshotHash).not.toBe(hash);
  await put("second", "BBB", candles(0, 200, 5));
  expect(await readReady()).toEqual(before);

  const later = candles(0, 201, 5);
  const half = { ...later, length: 200 * 24 + 12 };
  for (const name of ["time", "open", "high", "low", "close", "volume"] as const) {
    half[name] = later[name].subarray(0, half.length);
  }
  await put("second", "BBB", half);
  const grown = await readReady();
  expect(grown.windows).toEqual(before.windows);
  expect(loadDataSet(grown).snapshotHash).toBe(hash);
});

test("data set: windows follow the coins that are looked at, not one that ended long before them", async () => {
  await put("old", "AAA", candles(-600, 100, 1));
  await put("old", "BBB", candles(0, 100, 1));
  await put("old", "CCC", candles(0, 100, 1));
  const { coins, windows, warnings } = await readReady({ sources: ["old"] });
  expect(coins.map(({ coin }) => coin)).toEqual(["BBB", "CCC"]);
  const day = (ms: number) => (ms - START) / DAY;
  const { inSample, outOfSample } = windows;
  expect([inSample.fromMs, inSample.toMs, outOfSample.toMs].map(day)).toEqual([0, 75, 100]);
  expect(warnings.slice(0, 2)).toEqual([
    "1h: there are 100 days, fewer than both windows ask for.",
    "1h: fewer than 60 days of AAA: left out.",
  ]);
});

test("data set: a coin that ended inside the windows is tested up to its end, and not for the desk", async () => {
  await put("ending", "AAA", candles(0, 200, 1));
  await put("ending", "BBB", candles(0, 150, 9));
  await put("ending", "CCC", candles(0, 199, 3));
  const { coins, warnings } = await readReady({ sources: ["ending"] });
  expect(coins.map(({ coin, isTraded }) => [coin, isTraded])).toEqual([
    ["BBB", false],
    ["CCC", false],
    ["AAA", true],
  ]);
  expect(warnings).toContain("1h: the candles of BBB, CCC have ended: not for the desk.");
});

test("data set: where gaps leave no coin enough candles inside the windows, there is none", async () => {
  const all = candles(0, 400, 1);
  const kept = Array.from(all.time.keys()).filter((i) => i < 70 * 24 || i % 240 === 0);
  const column = (name: "time" | "open" | "high" | "low" | "close" | "volume") =>
    Float64Array.from(kept, (i) => all[name][i] ?? Number.NaN);
  const [time, open, high, low, close] = [
    column("time"),
    column("open"),
    column("high"),
    column("low"),
    column("close"),
  ];
  await put("gappy", "AAA", { time, open, high, low, close, volume: column("volume"), length: kept.length });
  expect(await readDataSet(store, "1h", { ...WANTED, sources: ["gappy"] })).toMatchObject({ kind: "not-ready" });
});

test("data set: is not ready while a wanted coin that its exchange trades has not come", async () => {
  const listings = new Map([["ending", new Set(["AAA", "BBB", "CCC", "DDD", "ZZZ"])]]);
  expect(await readDataSet(store, "1h", { ...WANTED, sources: ["ending"], listings })).toEqual({
    ...{ kind: "not-ready", reason: "the 1h candles of DDD are not there yet" },
  });
  await put("ending", "DDD", candles(190, 10, 1));
  expect((await readReady({ sources: ["ending"], listings })).coins).toHaveLength(3);
});

test("data set: funding rates that cover a part of the time are said to", async () => {
  const rates = async (coin: string, fromDay: number, days: number) => {
    const time = Float64Array.from({ length: days * 3 + 1 }, (_, i) => START + fromDay * DAY + i * 8 * HOUR);
    const funding = { time, rate: time.map(() => 0.0001) };
    await store.write(
      { exchange: "ending", coin, timeframe: "funding" },
      { source: "test", synthetic: false },
      { funding },
    );
  };
  await rates("AAA", 40, 160);
  await rates("BBB", 40, 110);
  await rates("CCC", 100, 99);
  const { warnings } = await readReady({ sources: ["ending"] });
  expect(warnings.at(-1)).toBe("1h: the funding rates of CCC cover a part of the time: none is paid in the rest.");
});
