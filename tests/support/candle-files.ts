import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export type Ohlc = readonly [open: number, high: number, low: number, close: number];

/** Writes candles as a CSV file, compressed if its name ends in `.gz`; the path comes back. */
export function writeCandles(
  folder: string,
  name: string,
  startMs: number,
  stepMs: number,
  bars: readonly Ohlc[],
): string {
  const rows = bars.map((bar, i) => [startMs + i * stepMs, ...bar, 1].join(","));
  return writeCsv(folder, name, ["timestamp,open,high,low,close,volume", ...rows]);
}

export function writeFunding(
  folder: string,
  name: string,
  rows: readonly (readonly [ms: number, rate: number])[],
): string {
  return writeCsv(folder, name, ["timestamp,rate", ...rows.map((row) => row.join(","))]);
}

export function writeCsv(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  const text = `${lines.join("\n")}\n`;
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}
