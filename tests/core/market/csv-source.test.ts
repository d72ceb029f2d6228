import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadAllCsvCandles, loadCsvCandles, loadCsvFunding } from "../../../core/market/csv-source.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = "timestamp,open,high,low,close,volume";
const TWO = `${HEADER}\n900000,1,2,0.5,1.5,10\n1800000,1.5,1.6,1.4,1.55,3\n`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("loadCsvCandles: coin and timeframe come from the name, gzip from the first bytes", async () => {
  for (const [name, content] of [
    ["BTCUSDT-15m.csv", TWO],
    ["BTCUSDT-15m.csv.gz", gzipSync(TWO)],
    ["BTCUSDT-15m-perp.csv", gzipSync(TWO)],
    ["BTCUSDT-15m.CSV.gz", TWO],
  ] as const) {
    const loaded = await loadCsvCandles(file(name, content));
    expect(loaded).toMatchObject({ coin: "BTCUSDT", timeframe: "15m" });
    expect([...loaded.candles.time]).toEqual([900000, 1800000]);
    expect([...loaded.candles.close]).toEqual([1.5, 1.55]);
    expect(loaded.candles.length).toBe(2);
  }
});

test("loadCsvCandles: reads a file of several gzip parts to its end", async () => {
  const [head, ...rows] = TWO.trimEnd().split("\n");
  const parts = [head, ...rows].map((line) => gzipSync(`${line}\n`));
  expect((await loadCsvCandles(file("PARTS-15m.csv.gz", Buffer.concat(parts)))).candles.length).toBe(2);
});

test("loadCsvCandles: a name without a timeframe takes the one that is asked for, and is held to it", async () => {
  const path = file("AAA.csv", TWO);
  expect(await loadCsvCandles(path, "15m")).toMatchObject({ coin: "AAA", timeframe: "15m" });
  await expect(loadCsvCandles(path, "1h")).rejects.toThrow("no multiple of 1h");
  await expect(loadCsvCandles(path)).rejects.toMatchObject({ exitCode: 2 });
  await expect(loadCsvCandles(file("AAA-15m.csv", TWO), "1h")).rejects.toMatchObject({ exitCode: 2 });
});

test.each([
  ["a header of another order", "timestamp,open,low,high,close,volume\n", "line 1"],
  ["an impossible candle", `${TWO}2700000,1,0.9,0.5,1.5,10\n`, "line 4: high 0.9"],
  ["a time that goes back", `${TWO}900000,1,2,0.5,1.5,10\n`, "line 4: timestamp 900000"],
  ["a row twice", `${TWO}1800000,1.5,1.6,1.4,1.55,3\n`, "line 4: timestamp 1800000 is there twice"],
  ["a time between the bars", `${TWO}1900000,1,2,0.5,1.5,10\n`, "line 4"],
  ["gzip cut short", gzipSync(TWO).subarray(0, 60), "damaged"],
  ["gzip with a flipped bit", flipped(gzipSync(TWO)), "damaged"],
])("loadCsvCandles: refuses %s, naming file and line", async (_, content, where) => {
  const path = file("BAD-15m.csv.gz", content);
  const error = await loadCsvCandles(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "data.invalid", exitCode: 3, hint: expect.any(String) });
  expect(String(error)).toContain(path);
  expect(String(error)).toContain(where);
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 6]! ^= 1;
  return copy;
}

test("loadAllCsvCandles: gives in their order what each file gives alone, of any size, packed or not", async () => {
  const text = (rows: number) =>
    [
      HEADER,
      ...Array.from({ length: rows }, (_, i) => `${(i + 1) * 900_000},1,2,0.5,${1 + i / (rows + 1)},${rows}`),
    ].join("\n");
  const sizes = [9_000, 1, 30_000, 2, 3, 20_000, 5, 4_000, 6, 7];
  const paths = sizes.map((rows, i) => file(`C${i}-15m.csv`, i % 3 === 0 ? text(rows) : gzipSync(text(rows))));
  const alone = await Promise.all(paths.map((path) => loadCsvCandles(path)));
  expect(alone.map(({ candles }) => candles.length)).toEqual(sizes);
  expect(await loadAllCsvCandles(paths, "15m")).toEqual(alone);
});

test("loadAllCsvCandles: the first that is wrong is told, whatever is wrong with those after it", async () => {
  const good = file("OK-15m.csv.gz", gzipSync(TWO));
  const wrong = [
    file("HOUR-1h.csv", TWO),
    file("CUT-15m.csv.gz", gzipSync(TWO).subarray(0, 60)),
    join(folder, "NONE-15m.csv"),
    file("ODD-15m.csv", `${TWO}2700000,1,0.9,0.5,1.5,10\n`),
  ];
  for (const [i, path] of wrong.entries()) {
    const after = [...wrong.slice(i + 1), ...wrong.slice(0, i)];
    await expect(loadAllCsvCandles([good, path, ...after], "15m")).rejects.toThrow(path);
  }
});

test("loadCsvCandles: what a damaged file says of its size is not believed", async () => {
  const packed = Buffer.from(gzipSync(TWO));
  packed.writeUInt32LE(0xffffffff, packed.length - 4);
  await expect(loadCsvCandles(file("SIZE-15m.csv.gz", packed))).rejects.toThrow("damaged");
});

test("loadCsvCandles: a file that is not there is a wrong call", async () => {
  await expect(loadCsvCandles(join(folder, "NONE-15m.csv"))).rejects.toMatchObject({ exitCode: 2 });
});

test("loadCsvCandles: a name that leaves out the coin is a wrong call", async () => {
  const path = file("-15m.csv", TWO);
  await expect(loadCsvCandles(path, "15m")).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(path),
  });
});

test("loadCsvFunding: rows are due at the full hour before them, and those of one hour add up", async () => {
  const text = "timestamp,rate\n3600004,0.0001\n7199999,0.0002\n7200000,-0.0004\n18000000,0\n";
  const { coin, funding } = await loadCsvFunding(file("BTC-funding.csv.gz", gzipSync(text)));
  expect(coin).toBe("BTC");
  expect([...funding.time]).toEqual([3600000, 7200000, 18000000]);
  expect(funding.rate[0]).toBeCloseTo(0.0003, 12);
  expect([...funding.rate].slice(1)).toEqual([-0.0004, 0]);
});

test("loadCsvFunding: refuses what is no rate, naming file and line", async () => {
  const path = file("X-funding.csv", "timestamp,rate\n3600000,0\n7200000,x\n");
  await expect(loadCsvFunding(path)).rejects.toThrow(`${path} line 3`);
});
