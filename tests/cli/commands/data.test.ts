import { afterAll, beforeEach, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { coinLimits } from "../../../core/db/coin-limits.ts";
import { readListings } from "../../../core/db/listings.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { testDatabase } from "../../support/database.ts";
import { openVenue, type Venue, type VenueRequest } from "../../venue/venue.ts";

/** Every test starts processes, on machines that may be busy. */
setDefaultTimeout(30_000);

const DAY = 24 * 3_600_000;
const database = testDatabase();
const root = mkdtempSync(join(tmpdir(), "sixbtc-data-"));
afterAll(() => rmSync(root, { recursive: true }));

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(root, "home-"));
});

function start(args: string[]) {
  return Bun.spawn([process.execPath, join(PROJECT_ROOT, "cli", "main.ts"), "data", ...args], {
    ...{ cwd: root, stdout: "pipe", stderr: "pipe" },
    env: { ...process.env, DATABASE_URL: database.url, SIXBTC_HOME: home, SIXBTC_CONFIG: "" },
  });
}

async function run(...args: string[]) {
  const child = start(args);
  const [stdout, stderr, code] = await Promise.all([child.stdout.text(), child.stderr.text(), child.exited]);
  const objects = args.includes("--json")
    ? stdout
        .trim()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  return { code, stdout, stderr, objects };
}

function csvFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(root, "csv-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const HEADER = "timestamp,open,high,low,close,volume\n";

describe("data fetch", () => {
  const now = Date.now();
  const coins = [{ name: "BTC", maxLeverage: 40, szDecimals: 5, priceUsd: 95_000, listedMs: now - 900 * DAY }];
  let venue: Venue;
  beforeEach(() => {
    venue = openVenue({ coins, nowMs: now });
  });

  const fetchArgs = (...more: string[]) => [
    ...["fetch", "--base-url", venue.url, "--coins", "BTC", "--timeframes", "15m,1h", "--json", ...more],
  ];

  test("data fetch: fills the store from two exchanges, then adds nothing", async () => {
    const args = fetchArgs("--days", "15", "--exchange", "binanceusdm,hyperliquid");
    const first = await run(...args);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.objects.map(({ exchange, timeframe }) => `${exchange} ${timeframe}`)).toEqual(
      ["binanceusdm", "hyperliquid"].flatMap((id) => ["funding", "15m", "1h"].map((kind) => `${id} ${kind}`)),
    );
    expect(first.objects[1]).toMatchObject({ coin: "BTC", conflicts: 0, rejected: [], missing: [] });
    expect(first.objects[1].rows).toBeGreaterThanOrEqual(15 * 96 - 1);
    expect(openCandleStore(home).read("hyperliquid", "BTC", "1h")!.length).toBe(first.objects[5].rows);
    // A candle may end between the two calls.
    expect((await run(...args)).objects.every(({ added }) => added <= 1)).toBe(true);
    await venue.close();
  });

  test("data fetch: writes down what each exchange trades, whichever coins are fetched", async () => {
    await run(...fetchArgs("--days", "1", "--exchange", "hyperliquid", "--coins", "NONE"));
    const db = database.open();
    expect((await readListings(db)).get("hyperliquid")).toEqual(new Set(["BTC"]));
    expect((await coinLimits(db)).get("BTC")).toBe(40);
    await venue.close();
  });

  test("data fetch: Ctrl-C ends it with 130, and the next call goes on from there", async () => {
    const isThirdPage = ({ path, query }: VenueRequest) =>
      path.endsWith("/klines") && query.get("interval") === "15m" && Number(query.get("startTime")) > now - 25 * DAY;
    venue.strike({ kind: "hang", times: 1, matches: isThirdPage });
    const args = fetchArgs("--days", "40", "--exchange", "binanceusdm");
    const child = start(args);
    while (!venue.requests.some(isThirdPage)) await Bun.sleep(10);
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
    expect(openCandleStore(home).read("binanceusdm", "BTC", "15m")!.length).toBe(2000);
    const again = await run(...args);
    expect(again.code).toBe(0);
    expect(again.objects[1].added).toBe(again.objects[1].rows - 2000);
    await venue.close();
  });

  test("data fetch: an exchange that cannot be reached ends it with 3 and what to do", async () => {
    const { url } = venue;
    await venue.close();
    const args = ["fetch", "--base-url", url, "--exchange", "binanceusdm", "--coins", "BTC"];
    const { code, stderr } = await run(...args);
    expect(code).toBe(3);
    expect(stderr).toContain("binanceusdm does not answer");
    expect(stderr).toContain("data import");
  });

  test("data fetch: a series that is refused is told, the rest is fetched, and the exit code is 1", async () => {
    const isRefused = ({ body }: VenueRequest) =>
      body["type"] === "candleSnapshot" && /"15m"/.test(JSON.stringify(body));
    venue.strike({ kind: "status", status: 422, times: Infinity, matches: isRefused });
    const result = await run(...fetchArgs("--days", "2", "--exchange", "hyperliquid"));
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("hyperliquid BTC 15m failed: hyperliquid refused");
    expect(result.objects).toMatchObject([
      { timeframe: "funding", added: expect.any(Number) },
      { exchange: "hyperliquid", coin: "BTC", timeframe: "15m", error: { code: "exchange.refused" } },
      { timeframe: "1h", added: expect.any(Number) },
    ]);
    await venue.close();
  });

  test("data fetch: one exchange that cannot be reached is told, the others are fetched, and the exit code is 1", async () => {
    const isBinance = ({ path }: VenueRequest) => path.startsWith("/fapi");
    venue.strike({ kind: "status", status: 503, times: Infinity, matches: isBinance });
    const result = await run(...fetchArgs("--days", "2", "--exchange", "binanceusdm,hyperliquid"));
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining("binanceusdm does not answer") });
    expect(result.objects).toHaveLength(3);
    await venue.close();
  });

  test("data fetch: a coin that is not traded is told, others are fetched", async () => {
    const result = await run(...fetchArgs("--days", "2", "--exchange", "hyperliquid", "--coins", "NONE,BTC"));
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("hyperliquid does not trade NONE");
    expect(result.objects).toHaveLength(3);
    await venue.close();
  });
});

test("data import: takes over a folder under the base asset, again without change", async () => {
  const folder = csvFolder({
    "BTCUSDT-15m.csv.gz": gzipSync(`${HEADER}900000,1,2,0.5,1.5,10\n1800000,1.5,1.6,1.4,1.55,3\n`),
    "kPEPE-1h.csv": `${HEADER}3600000,1,2,0.5,1.5,10\n`,
    "BTCUSDT-funding.csv": "timestamp,rate\n3600001,0.0001\n",
    "notes.txt": "no candles",
  });
  mkdirSync(join(folder, "inner"));
  const { code, objects } = await run("import", folder, "--exchange", "venue", "--json");
  expect(code).toBe(0);
  expect(objects.map(({ coin, timeframe, rows, added }) => [coin, timeframe, rows, added])).toEqual([
    ["BTC", "15m", 2, 2],
    ["BTC", "funding", 1, 1],
    ["PEPE", "1h", 1, 1],
  ]);
  const again = await run("import", join(folder, "kPEPE-1h.csv"), "--exchange", "venue", "--json");
  expect(again.objects).toMatchObject([{ added: 0, conflicts: 0 }]);
});

test("data import: a bad file ends it with 3 and its line, a missing one with 2", async () => {
  const folder = csvFolder({ "BTC-15m.csv": `${HEADER}900000,1,2,0.5,x,10\n` });
  const bad = await run("import", folder);
  expect(bad.code).toBe(3);
  expect(bad.stderr).toContain(`${join(folder, "BTC-15m.csv")} line 2: close is "x"`);
  const missing = await run("import", join(folder, "none"));
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("none cannot be read")]);
  expect((await run("import", folder, "--exchange", "synthetic")).code).toBe(2);
});

test("data list: shows coverage, gaps and what is synthetic", async () => {
  expect(await run("list")).toMatchObject({ code: 0, stdout: expect.stringContaining("sixbtc data fetch") });
  expect(await run("list", "--json")).toMatchObject({ code: 0, stdout: "" });
  const row = (bar: number) => `${bar * 900_000},1,2,0.5,1.5,10\n`;
  await run("import", csvFolder({ "BTC-15m.csv": HEADER + [1, 2, 5, 6, 8].map(row).join("") }));
  await run("synth", "--coins", "ETH", "--days", "2", "--timeframes", "15m", "--seed", "5");
  const { objects } = await run("list", "--json");
  expect(objects).toMatchObject([
    { exchange: "files", coin: "BTC", timeframe: "15m", rows: 5, gaps: 2, missingBars: 3, synthetic: false },
    { exchange: "synthetic", coin: "ETH", timeframe: "15m", rows: 192, gaps: 0, synthetic: true },
    { exchange: "synthetic", coin: "ETH", timeframe: "funding", synthetic: true },
  ]);
  expect((await run("list")).stdout).toContain("synthetic seed 5");
});

test("data synth: a seed makes the same market again, in every timeframe", async () => {
  const args = ["synth", "--coins", "BTC", "--days", "3", "--timeframes", "1h,15m", "--seed", "9", "--json"];
  const first = (await run(...args)).objects;
  expect(first.map(({ timeframe, rows }) => [timeframe, rows])).toEqual([
    ["15m", 288],
    ["1h", 72],
    ["funding", 73],
  ]);
  expect((await run(...args)).objects.map(({ contentHash }) => contentHash)).toEqual(
    first.map(({ contentHash }) => contentHash),
  );
  args[8] = "10";
  expect((await run(...args)).objects[0].contentHash).not.toBe(first[0].contentHash);
});

test("data verify: names every bad file and ends with 1", async () => {
  await run("synth", "--coins", "BTC,ETH,SOL", "--days", "3", "--timeframes", "15m", "--seed", "9");
  expect(await run("verify")).toMatchObject({ code: 0, stdout: "6 files, all good.\n" });
  const store = openCandleStore(home);
  const pathOf = (coin: string) => store.pathOf({ exchange: "synthetic", coin, timeframe: "15m" });
  const bytes = readFileSync(pathOf("BTC"));
  bytes.writeDoubleLE(-1, bytes.length - 5000);
  writeFileSync(pathOf("BTC"), bytes);
  writeFileSync(pathOf("ETH"), readFileSync(pathOf("SOL")));
  writeFileSync(pathOf("SOL"), "rubbish");
  const { code, objects } = await run("verify", "--json");
  expect(code).toBe(1);
  const bad = objects.filter(({ valid }) => !valid);
  expect(bad.map(({ path }) => path)).toEqual(["BTC", "ETH", "SOL"].map(pathOf));
  expect(bad[0].problems[0]).toBe("its values are not those that were written");
  expect(bad[1].problems[0]).toContain("it says that it holds synthetic SOL 15m");
  expect(bad[2].problems).toEqual(["it has no column time"]);
  const { stdout } = await run("verify");
  expect(stdout).toContain(`${pathOf("SOL")}: it has no column time\n`);
  expect(stdout).toEndWith("6 files, 3 bad.\n");
});

test("data verify: an empty store has nothing to verify", async () => {
  expect(await run("verify")).toMatchObject({ code: 0, stdout: expect.stringContaining("no files yet") });
});

test("data list: a file that cannot be read is listed as damaged and hides no other", async () => {
  await run("synth", "--coins", "BTC,ETH", "--days", "2", "--timeframes", "15m", "--seed", "9");
  const path = openCandleStore(home).pathOf({ exchange: "synthetic", coin: "BTC", timeframe: "15m" });
  writeFileSync(path, "");
  const { code, objects, stderr } = await run("list", "--json");
  expect(code).toBe(3);
  expect(objects.map(({ coin, damaged }) => [coin, damaged])).toEqual([
    ["BTC", "it is empty, cut short or no file of columns"],
    ["BTC", null],
    ["ETH", null],
    ["ETH", null],
  ]);
  expect(stderr).toContain(`1 file cannot be read: ${path}\n`);
  expect((await run("list")).stdout).toMatch(/synthetic +BTC +15m .*DAMAGED: it is empty/);
});

test("data import: a damaged file of the store is put aside with a note, by a whole file only", async () => {
  const folder = csvFolder({ "BTC-15m.csv": `${HEADER}900000,1,2,0.5,1.5,10\n` });
  await run("import", folder);
  const path = openCandleStore(home).pathOf({ exchange: "files", coin: "BTC", timeframe: "15m" });
  writeFileSync(path, "rubbish");
  const bad = csvFolder({ "BTC-15m.csv": `${HEADER}900000,1,2,0.5,x,10\n` });
  expect((await run("import", bad)).code).toBe(3);
  expect(readFileSync(path, "utf8")).toBe("rubbish");
  const good = await run("import", folder);
  expect(good).toMatchObject({ code: 0, stdout: "files BTC 15m: 1 new row of 1\n" });
  expect(good.stderr).toContain(`put aside as ${path}.damaged`);
  expect(readFileSync(`${path}.damaged`, "utf8")).toBe("rubbish");
});

test("data import: good files are taken over beside bad ones, which are named", async () => {
  const folder = csvFolder({
    "AAA-15m.csv": `${HEADER}900000,1,2,0.5,x,10\n`,
    "BBB-15m.csv": `${HEADER}900000,1,2,0.5,1.5,10\n`,
    "notes.csv": "words\n",
  });
  const { code, objects, stderr } = await run("import", folder, "--json");
  expect(code).toBe(3);
  expect(objects.map(({ path, imported }) => [path, imported])).toEqual([
    [join(folder, "AAA-15m.csv"), false],
    [join(folder, "BBB-15m.csv"), true],
    [join(folder, "notes.csv"), false],
  ]);
  expect(stderr).toContain(`AAA-15m.csv line 2: close is "x"`);
  expect(stderr).toContain(`2 of 3 files not taken over: ${join(folder, "AAA-15m.csv")}, ${join(folder, "notes.csv")}`);
});

test("data import: a folder without CSV files is 3", async () => {
  const { code, stderr } = await run("import", csvFolder({ "notes.txt": "" }));
  expect([code, stderr]).toEqual([3, expect.stringContaining("There are no CSV files in")]);
});

test("data synth: Ctrl-C ends it between two coins", async () => {
  const coins = Array.from({ length: 40 }, (_, i) => `C${i}`);
  const child = start(["synth", "--coins", coins.join(","), "--days", "700", "--timeframes", "15m"]);
  const store = openCandleStore(home);
  while ((await store.names()).length < 2) await Bun.sleep(5);
  child.kill("SIGINT");
  expect(await child.exited).toBe(130);
  expect((await store.names()).length).toBeLessThan(60);
});

test("data: a wrong option ends with 2", async () => {
  for (const args of [
    ["fetch", "--timeframes", "7m"],
    ["fetch", "--days", "0"],
    ["fetch", "--exchange", "nowhere"],
    ["synth", "--days", "x"],
    ["import"],
    ["nonsense"],
  ]) {
    expect([args, (await run(...args)).code]).toEqual([args, 2]);
  }
});
