import { afterAll, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importCsv } from "../../../core/market/import-csv.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";

const HOUR = 3_600_000;
const root = mkdtempSync(join(tmpdir(), "sixbtc-import-"));
afterAll(() => rmSync(root, { recursive: true }));

let store: CandleStore;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "home-"));
  store = openCandleStore(folder);
});

/** Imports hours `from` up to `to` of a price that does not move. */
function importHours(name: string, [from, to]: [number, number], price: number, exchange = "files") {
  const rows = Array.from(
    { length: to - from },
    (_, i) => `${(from + i) * HOUR},${price},${price},${price},${price},1`,
  );
  writeFileSync(join(folder, name), ["timestamp,open,high,low,close,volume", ...rows, ""].join("\n"));
  return importCsv(store, join(folder, name), { exchange, nowMs: Date.now() });
}

test.each([
  ["before", [0, 10], "PEPEUSDT-1h.csv"],
  ["among", [25, 30], "PEPEUSDT-1h.csv"],
  ["behind", [40, 50], "PEPEUSDT-1h.csv"],
  ["in another timeframe of", [24, 28], "PEPEUSDT-15m.csv"],
] as const)(
  "importCsv: prices of another unit %s those stored are refused, and nothing changes",
  async (_, hours, name) => {
    await importHours("1000PEPEUSDT-1h.csv", [20, 30], 0.01);
    const before = store.info({ exchange: "files", coin: "PEPE", timeframe: "1h" });
    const error = await importHours(name, [...hours], 0.00001).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "data.scale", exitCode: 3, hint: expect.stringContaining("--exchange") });
    for (const part of [join(folder, name), "PEPEUSDT", "0.00001", "the 0.01"]) {
      expect((error as Error).message).toContain(part);
    }
    expect(store.info({ exchange: "files", coin: "PEPE", timeframe: "1h" })).toEqual(before);
    expect(await store.names()).toHaveLength(1);
    expect(await importHours(name, [...hours], 0.00001, "elsewhere")).toMatchObject({ coin: "PEPE" });
  },
);

test("importCsv: a coin may have moved twentyfold since the last stored candle, in either direction", async () => {
  await importHours("AAA-1h.csv", [20, 30], 1);
  expect(await importHours("AAA-1h.csv", [40, 41], 20)).toMatchObject({ added: 1 });
  expect(await importHours("AAA-1h.csv", [10, 11], 0.05)).toMatchObject({ added: 1 });
  await expect(importHours("AAA-1h.csv", [42, 43], 401)).rejects.toMatchObject({ code: "data.scale" });
});

test("importCsv: what counts are the nearest rows, not the first ones", async () => {
  await importHours("AAA-1h.csv", [0, 1], 1);
  await importHours("AAA-1h.csv", [100, 101], 15);
  await importHours("AAA-1h.csv", [200, 201], 200);
  expect(await importHours("AAA-1h.csv", [202, 203], 3000)).toMatchObject({ added: 1 });
});
