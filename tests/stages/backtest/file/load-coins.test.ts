import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SixbtcError } from "../../../../core/errors.ts";
import { loadCoins } from "../../../../stages/backtest/file/load-coins.ts";
import { type Ohlc, writeCandles, writeCsv, writeFunding } from "../../../support/candle-files.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-load-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TF = 900_000;
const START = Date.UTC(2026, 0, 5);
const BARS: Ohlc[] = [
  [10, 11, 9, 10],
  [10, 12, 10, 11],
];
const AAA = writeCandles(folder, "AAA-15m.csv", START, TF, BARS);

type Files = Partial<Parameters<typeof loadCoins>[0]>;
const load = (files: Files) => loadCoins({ candles: [AAA], funding: [], maxLeverage: 10, ...files }, "15m");

async function refusal(files: Files): Promise<[exitCode: number, message: string]> {
  try {
    await load(files);
  } catch (error) {
    if (error instanceof SixbtcError) return [error.exitCode, error.message];
    throw error;
  }
  throw new Error("it was taken");
}

test("load coins: funding and limits go to the coins that they name", async () => {
  const bbb = writeCandles(folder, "BBB-15m.csv.gz", START, TF, BARS);
  const funding = writeFunding(folder, "BBB-funding.csv", [[START + 3_600_007, 0.01]]);
  const coins = await load({ candles: [bbb, AAA], funding: [funding], maxLeverage: { BBB: 3 } });
  expect(coins.map(({ coin, maxLeverage, candles }) => [coin, maxLeverage, candles.length])).toEqual([
    ["BBB", 3, 2],
    ["AAA", 10, 2],
  ]);
  expect([...(coins[0]!.funding?.time ?? [])]).toEqual([START + 3_600_000]);
  expect(coins[1]!.funding).toBeNull();
});

test("load coins: of a folder of funding rates, those of coins with candles are taken", async () => {
  const rates = join(folder, "rates");
  mkdirSync(rates);
  for (const coin of ["AAA", "QQQ"]) writeFunding(rates, `${coin}-funding.csv`, [[START, 0.01]]);
  const [aaa] = await load({ funding: [rates] });
  expect([...(aaa?.funding?.rate ?? [])]).toEqual([0.01]);
});

test("load coins: a call that cannot be meant is refused, naming what is wrong", async () => {
  const hourly = writeCandles(folder, "TF-1h.csv", START, 4 * TF, BARS);
  const stranger = writeFunding(folder, "QQQ-funding.csv", []);
  const own = writeFunding(folder, "AAA-funding.csv", []);
  const ratesByContent = writeFunding(folder, "RRR-15m.csv", []);
  const candlesByContent = writeCandles(folder, "AAA.csv", START, TF, BARS);
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const refused: [Files, RegExp][] = [
    [{ candles: [join(folder, "none.csv")] }, /none\.csv cannot be read/],
    [{ candles: [empty] }, /empty has no 15m candles/],
    [{ candles: [AAA, AAA] }, /both candles of AAA/],
    [{ candles: [AAA, folder] }, /both candles of AAA/],
    [{ candles: [hourly] }, /holds 1h candles, and the strategy trades 15m/],
    [{ candles: [own] }, /funding rates/],
    [{ candles: [ratesByContent] }, /holds funding rates, and is given as candles/],
    [{ funding: [AAA] }, /named as a file of 15m candles/],
    [{ funding: [candlesByContent] }, /holds candles, and is given as funding rates/],
    [{ funding: [empty] }, /empty has no files of funding rates/],
    [{ funding: [stranger] }, /of QQQ, which has no candles/],
    [{ funding: [own, own] }, /AAA is given twice/],
    [{ maxLeverage: { QQQ: 3 } }, /names QQQ, which has no candles/],
  ];
  for (const [files, says] of refused) {
    const [exitCode, message] = await refusal(files);
    expect(message).toMatch(says);
    expect(exitCode).toBe(2);
  }
});

test("load coins: data that cannot be is refused with its line", async () => {
  const csv = (name: string, ...rows: string[]) =>
    writeCsv(folder, name, ["timestamp,open,high,low,close,volume", ...rows]);
  const cut = join(folder, "G-15m.csv.gz");
  writeFileSync(cut, new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]));
  const next = START + TF;
  const refused: [string, RegExp][] = [
    [csv("N-15m.csv", `${START},NaN,1,1,1,1`), /N-15m\.csv line 2: open is "NaN"/],
    [csv("I-15m.csv", `${START},10,11,9,10,1`, `${next},10,9,9,10,1`), /I-15m\.csv line 3: high 9 is below/],
    [csv("T-15m.csv", `${START},10,11,9,10,1`, `${START},10,11,9,10,1`), /T-15m\.csv line 3: .* twice/],
    [csv("M-15m.csv", `${START + 1},10,11,9,10,1`), /M-15m\.csv line 2: .*no multiple of 15m/],
    [csv("W-15m.csv", `${START},10,11,9,10`), /W-15m\.csv line 2: .*6 fields/],
    [writeCsv(folder, "E-15m.csv", [""]), /E-15m\.csv line 1: the header/],
    [csv("Z-15m.csv"), /no candles in .*Z-15m\.csv/],
    [writeCandles(folder, "S-15m.csv", START, 4 * TF, [...BARS, ...BARS]), /usually 60 minutes apart.*named as 15m/],
    [cut, /G-15m\.csv\.gz.*gzip/],
  ];
  for (const [path, says] of refused) {
    const [exitCode, message] = await refusal({ candles: [path] });
    expect(message).toMatch(says);
    expect(exitCode).toBe(3);
  }
});
