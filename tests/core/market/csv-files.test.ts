import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { candleFilesIn } from "../../../core/market/csv-files.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-csv-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("candleFilesIn: takes the files of the timeframe by name, not those of subfolders", async () => {
  const dir = join(folder, "many");
  mkdirSync(join(dir, "inner-15m.csv"), { recursive: true });
  for (const name of ["b-15m.csv", "B-15m.csv.gz", "a-15m.csv", "a-1h.csv", "a-funding.csv", "notes-15m.txt"]) {
    writeFileSync(join(dir, name), "");
  }
  writeFileSync(join(dir, "inner-15m.csv", "z-15m.csv"), "");
  const names = (await candleFilesIn(dir, "15m")).map((path) => path.slice(dir.length + 1));
  expect(names).toEqual(["B-15m.csv.gz", "a-15m.csv", "b-15m.csv"]);
  expect(await candleFilesIn(dir, "funding")).toEqual([join(dir, "a-funding.csv")]);
});
