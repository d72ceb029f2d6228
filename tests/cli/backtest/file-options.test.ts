import { expect, test } from "bun:test";
import { resolve } from "node:path";
import { Command } from "commander";
import { addFileOptions, type FileOptions, fileJob } from "../../../cli/backtest/file-options.ts";

function jobOf(...args: string[]) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addFileOptions(command);
  command.parse(["--candles", "AAA-15m.csv", ...args], { from: "user" });
  return fileJob("S.ts", "text", command.opts<FileOptions>());
}

test("backtest options: paths are absolute and in the order given, whatever stands between them", () => {
  const job = jobOf("--fee", "0.001", "--candles", "/x/BBB-15m.csv", "--funding", "AAA-funding.csv");
  expect(job.candles).toEqual([resolve("AAA-15m.csv"), "/x/BBB-15m.csv"]);
  expect(job.funding).toEqual([resolve("AAA-funding.csv")]);
});

test("backtest options: what is allowed at the edge", () => {
  expect(jobOf("--fee", "0", "--slippage", "0").account).toMatchObject({ fee: 0, slippage: 0 });
  expect(jobOf("--risk", "1", "--capital", "1e-3", "--max-positions", "1").account).toMatchObject({
    ...{ risk: 1, capital: 0.001, maxPositions: 1 },
  });
  expect(jobOf("--max-leverage", "1").maxLeverage).toBe(1);
  expect(jobOf("--max-leverage", "AAA=20,BTCUSDT=40").maxLeverage).toEqual({ AAA: 20, BTCUSDT: 40 });
});

test.each([
  ["--max-leverage", "0.5"],
  ["--max-leverage", "BTC"],
  ["--candles", ""],
  ["--funding", " "],
  ["--max-leverage", "AAA=20,AAA=30"],
  ["--max-leverage", "AAA=20,BBB"],
  ["--max-leverage", "=20"],
  ["--max-leverage", "AAA=1=2"],
  ["--fee", "-0.1"],
  ["--fee", "NaN"],
  ["--fee", "0x1"],
  ["--slippage", "1"],
  ["--risk", "0"],
  ["--risk", "1.5"],
  ["--capital", "0"],
  ["--capital", ""],
  ["--capital", "Infinity"],
  ["--max-positions", "1.5"],
  ["--max-positions", "0"],
])("backtest options: %s %p is refused by its name", (option, value) => {
  expect(() => jobOf(`${option}=${value}`)).toThrow(option);
});
