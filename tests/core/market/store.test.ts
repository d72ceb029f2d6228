import { afterAll, expect, test } from "bun:test";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { mapColumns } from "../../../core/market/arrow-file.ts";
import { CANDLE_COLUMNS, columnsOfCandles } from "../../../core/market/columns.ts";
import { contentHash, snapshotHash } from "../../../core/market/content-hash.ts";
import { readCandleFile, readFundingFile } from "../../../core/market/read-candle-file.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { plainBars } from "./bars.ts";

const HOUR = 3_600_000;
const root = mkdtempSync(join(tmpdir(), "sixbtc-store-"));
afterAll(() => rmSync(root, { recursive: true }));

const BTC = { exchange: "venue", coin: "BTC", timeframe: "15m" } as const;
const REAL = { source: "csv", synthetic: false };

function freshStore(nowMs?: () => number) {
  const home = mkdtempSync(join(root, "home-"));
  return { home, store: openCandleStore(home, nowMs) };
}

function written(candles: ReturnType<typeof plainBars>) {
  return columnsOfCandles(candles).map((column) => [...column]);
}

test("store: what is written is read, under any name of the coin", async () => {
  const { store } = freshStore();
  const candles = plainBars("15m", 0, 100);
  expect(store.read("venue", "BTC", "15m")).toBeNull();
  await store.write({ ...BTC, coin: "BTC/USDC:USDC" }, REAL, { candles });
  const read = store.read("venue", "BTCUSDT", "15m")!;
  expect(written(read)).toEqual(written(candles));
  expect(read.length).toBe(100);
  expect(store.info(BTC)).toMatchObject({ ...BTC, ...REAL, rows: 100, firstMs: 0, lastMs: 99 * 900_000, absent: [] });
  expect(await store.names()).toEqual([BTC]);
});

test("store: columns are views on one private mapping of the file, aligned", async () => {
  const { store } = freshStore();
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 1000) });
  const path = store.pathOf(BTC);
  const [time, open] = mapColumns(path, CANDLE_COLUMNS)!.columns;
  expect(open!.buffer).toBe(time!.buffer);
  expect(open!.byteOffset % 8).toBe(0);
  open![0] = -1;
  expect(readCandleFile(path).open[0]).toBe(100);
});

test("store: a reader keeps what it mapped while the file is replaced", async () => {
  const { store } = freshStore();
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 5000, 0) });
  const before = store.read("venue", "BTC", "15m")!;
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 10, 50) });
  expect(written(before)).toEqual(written(plainBars("15m", 0, 5000, 0)));
  expect(store.read("venue", "BTC", "15m")!.length).toBe(10);
});

test("store: files are plain Arrow with six float64 columns and say where they are from", async () => {
  const { store } = freshStore(() => 10 * HOUR);
  await store.write(BTC, { source: "synthetic", synthetic: true }, { candles: plainBars("15m", 0, 3) });
  const bytes = readFileSync(store.pathOf(BTC));
  expect(bytes.subarray(0, 6).toString()).toBe("ARROW1");
  const table = tableFromIPC(bytes);
  expect(table.schema.fields.map((field) => `${field.name} ${field.type}`)).toEqual(
    CANDLE_COLUMNS.map((name) => `${name} Float64`),
  );
  expect(Object.fromEntries(table.schema.metadata)).toMatchObject({
    exchange: "venue",
    coin: "BTC",
    timeframe: "15m",
    source: "synthetic",
    synthetic: "true",
    updatedAt: "1970-01-01T10:00:00.000Z",
    contentHash: contentHash(columnsOfCandles(plainBars("15m", 0, 3))),
  });
});

test("store: a process with an empty environment reads a file by its path", async () => {
  const { store } = freshStore();
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 3) });
  const reader = join(import.meta.dir, "../../../core/market/read-candle-file.ts");
  const code = `import { readCandleFile } from ${JSON.stringify(reader)};
    console.log(readCandleFile(${JSON.stringify(store.pathOf(BTC))}).close.join())`;
  const child = Bun.spawn([process.execPath, "--no-env-file", "-e", code], { env: {}, stdout: "pipe" });
  expect((await child.stdout.text()).trim()).toBe("101,102,103");
});

test("store: merging adds rows, keeps what is there and reports what differs", async () => {
  const { store } = freshStore();
  await store.merge(BTC, REAL, { candles: plainBars("15m", 10 * 900_000, 10) });
  const overlapping = plainBars("15m", 5 * 900_000, 10, 1);
  const { added, conflictCount, conflicts } = await store.merge(BTC, REAL, { candles: overlapping });
  expect({ added, conflictCount }).toEqual({ added: 5, conflictCount: 5 });
  expect(conflicts[0]?.timeMs).toBe(10 * 900_000);
  const read = store.read("venue", "BTC", "15m")!;
  expect([...read.time]).toEqual(Array.from({ length: 15 }, (_, i) => (i + 5) * 900_000));
  expect(read.open[5]).toBe(100);
});

test("store: merging nothing new leaves the file alone", async () => {
  const { store } = freshStore();
  await store.merge(BTC, REAL, { candles: plainBars("15m", 0, 10) });
  const before = store.info(BTC);
  expect(await store.merge(BTC, REAL, { candles: plainBars("15m", 2 * 900_000, 3, 0) })).toMatchObject({ added: 0 });
  expect(store.info(BTC)).toEqual(before);
});

test("store: remembers spans that are known to be empty", async () => {
  const { store } = freshStore();
  await store.merge(BTC, REAL, { candles: plainBars("15m", 0, 1) }, [{ fromMs: 900_000, toMs: 1_800_000 }]);
  await store.merge(BTC, REAL, { candles: plainBars("15m", 0, 0) }, [{ fromMs: 1_800_000, toMs: 2_700_000 }]);
  expect(store.info(BTC)?.absent).toEqual([{ fromMs: 900_000, toMs: 2_700_000 }]);
});

test("store: an unfinished or impossible candle does not enter", async () => {
  const { store } = freshStore(() => 900_000 - 1);
  const candles = plainBars("15m", 0, 1);
  await expect(store.write(BTC, REAL, { candles })).rejects.toThrow("not finished");
  await expect(store.merge(BTC, REAL, { candles })).rejects.toThrow("not finished");
  candles.high[0] = 1;
  await expect(store.merge(BTC, REAL, { candles })).rejects.toThrow("venue BTC 15m row 0: high 1");
  expect(store.read("venue", "BTC", "15m")).toBeNull();
});

test("store: synthetic and real candles do not mix", async () => {
  const { store } = freshStore();
  await store.merge(BTC, { source: "synthetic", synthetic: true }, { candles: plainBars("15m", 0, 1) });
  const real = store.merge(BTC, REAL, { candles: plainBars("15m", 900_000, 1) });
  await expect(real).rejects.toMatchObject({ code: "data.mixed" });
});

test("store: rows of a source replace resampled ones whole, and are never replaced by them", async () => {
  const { store } = freshStore();
  const made = { source: "resampled 5m 0123456789abcdef", synthetic: false };
  await store.write(BTC, made, { candles: plainBars("15m", 0, 20) });
  await store.merge(BTC, REAL, { candles: plainBars("15m", 0, 0) });
  expect(store.info(BTC)).toMatchObject({ ...made, rows: 20 });
  const real = plainBars("15m", 5 * 900_000, 3, 7);
  expect(await store.merge(BTC, REAL, { candles: real })).toMatchObject({ added: 3, conflictCount: 0 });
  expect(store.info(BTC)).toMatchObject({ ...REAL, rows: 3 });
  await store.write(BTC, made, { candles: plainBars("15m", 0, 20) });
  expect(written(store.read("venue", "BTC", "15m")!)).toEqual(written(real));
});

test("store: funding rates have a file of their own", async () => {
  const { store } = freshStore();
  const series = { ...BTC, timeframe: "funding" } as const;
  const funding = { time: Float64Array.of(HOUR, 9 * HOUR), rate: Float64Array.of(1e-4, -2e-5) };
  await store.merge(series, REAL, { funding });
  expect(store.readFunding("venue", "BTC")).toEqual(funding);
  expect(readFundingFile(store.pathOf(series))).toEqual(funding);
  expect(store.read("venue", "BTC", "15m")).toBeNull();
});

test.each([
  ["cut short", (path: string) => truncateSync(path, 2000)],
  ["empty", (path: string) => truncateSync(path, 0)],
  ["something else", (path: string) => writeFileSync(path, "timestamp,open")],
])("store: a file that is %s is an error that names it", async (_, damage) => {
  const { store } = freshStore();
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 100) });
  damage(store.pathOf(BTC));
  expect(() => store.read("venue", "BTC", "15m")).toThrow(store.pathOf(BTC));
});

test("store: a name that would leave its folder is refused", () => {
  const { store } = freshStore();
  for (const exchange of ["..", "a/b", ""]) expect(() => store.pathOf({ ...BTC, exchange })).toThrow();
  for (const coin of ["..", ".", "", "/etc"]) expect(() => store.pathOf({ ...BTC, coin })).toThrow();
});

test("store: a writer killed at any instant leaves the old file or the new one", async () => {
  const { home, store } = freshStore();
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 5000, 0) });
  const hashes = [0, 1].map((shade) => contentHash(columnsOfCandles(plainBars("15m", 0, 5000, shade))));
  for (let round = 0; round < 8; round++) {
    const child = Bun.spawn([process.execPath, join(import.meta.dir, "store-writer-fixture.ts"), home, "replace"], {
      stdout: "pipe",
    });
    await child.stdout.getReader().read();
    await Bun.sleep(round * 3);
    child.kill("SIGKILL");
    await child.exited;
    const read = store.read("venue", "BTC", "15m")!;
    const hash = contentHash(columnsOfCandles(read));
    expect(hashes).toContain(hash);
    expect(store.info(BTC)?.contentHash).toBe(hash);
  }
});

test("store: what dead writers left is removed once it is old", async () => {
  const { store } = freshStore();
  const folder = dirname(store.pathOf(BTC));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ".BTC-15m.arrow.old.tmp"), "");
  writeFileSync(join(folder, ".BTC-15m.arrow.young.tmp"), "");
  utimesSync(join(folder, ".BTC-15m.arrow.old.tmp"), new Date(0), new Date(0));
  await store.write(BTC, REAL, { candles: plainBars("15m", 0, 1) });
  expect(readdirSync(folder).sort()).toEqual([".BTC-15m.arrow.young.tmp", "BTC-15m.arrow"]);
});

test("store: merges that run at the same time lose nothing", async () => {
  const { store } = freshStore();
  const merges = Array.from({ length: 8 }, (_, i) =>
    store.merge(BTC, REAL, { candles: plainBars("15m", i * 900_000, 1) }),
  );
  await Promise.all(merges);
  expect(store.read("venue", "BTC", "15m")!.length).toBe(8);
});

test("store: processes that merge into one series at once never break it", async () => {
  const { home, store } = freshStore();
  const writers = [0, 1, 2].map((part) =>
    Bun.spawn([process.execPath, join(import.meta.dir, "store-writer-fixture.ts"), home, "merge", String(part)], {
      stderr: "inherit",
    }),
  );
  expect(await Promise.all(writers.map((writer) => writer.exited))).toEqual([0, 0, 0]);
  const info = store.info(BTC)!;
  const candles = store.read("venue", "BTC", "15m")!;
  expect(info.contentHash).toBe(contentHash(columnsOfCandles(candles)));
  expect(candles.length).toBeGreaterThan(10);
});

test("snapshotHash: depends on names and values, not on their order", () => {
  const a = columnsOfCandles(plainBars("15m", 0, 5, 0));
  const b = columnsOfCandles(plainBars("15m", 0, 5, 1));
  const hash = snapshotHash(
    new Map([
      ["A", a],
      ["B", b],
    ]),
  );
  expect(
    snapshotHash(
      new Map([
        ["B", b],
        ["A", [...a].map((column) => column.slice())],
      ]),
    ),
  ).toBe(hash);
  expect(
    snapshotHash(
      new Map([
        ["A", b],
        ["B", a],
      ]),
    ),
  ).not.toBe(hash);
  expect(snapshotHash(new Map([["A", a]]))).not.toBe(hash);
});
