import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { messageOf, usageError } from "../errors.ts";
import { isTimeframe, type Timeframe } from "../timeframe.ts";

const EXTENSION = /\.csv(?:\.gz)?$/i;

type NamedFile = { path: string; coin: string; kind: Timeframe | "funding" | null };

/** What a file's name says: the coin up to the first `-`, unchanged, and the timeframe or `funding` after it. */
export function nameOfFile(path: string): NamedFile {
  const [coin = "", kind = ""] = basename(path).replace(EXTENSION, "").split("-");
  return { path, coin, kind: isTimeframe(kind) || kind === "funding" ? kind : null };
}

/** The files of a folder, without its subfolders, that hold candles of `timeframe` (or `funding`), by name. */
export async function candleFilesIn(folder: string, timeframe: Timeframe | "funding"): Promise<string[]> {
  const files = await csvFilesIn(folder);
  return files.filter((path) => nameOfFile(path).kind === timeframe);
}

/** Every CSV file of a folder, without its subfolders, by name. */
export async function csvFilesIn(folder: string): Promise<string[]> {
  const entries = await reading(folder, () => readdir(folder, { withFileTypes: true }));
  const names = entries.filter((entry) => !entry.isDirectory() && EXTENSION.test(entry.name)).map(({ name }) => name);
  return names.sort().map((name) => join(folder, name));
}

/** What `read` gives; a file or folder that cannot be read is a wrong call. */
export async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw usageError(
      `${path} cannot be read: ${messageOf(cause)}`,
      "Name a file or folder that exists and is readable.",
    );
  }
}
