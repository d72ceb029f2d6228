import { renameSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  Table as ArrowTable,
  Field,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  type Table,
  tableFromIPC,
  tableToIPC,
} from "apache-arrow";
import { messageOf, SixbtcError } from "../errors.ts";
import type { Columns } from "./columns.ts";

export type ColumnFile = { columns: Columns; metadata: ReadonlyMap<string, string> };

/**
 * Maps an Arrow file of float64 columns and returns views on the mapping, or null where there is no such file.
 * The mapping is private: what this process writes to it by mistake reaches neither the file nor anybody else, and a
 * file that is replaced meanwhile stays as it was for whoever mapped it.
 */
export function mapColumns(path: string, names: readonly string[]): ColumnFile | null {
  try {
    const table = tableFromIPC(Bun.mmap(path, { shared: false }));
    return { columns: names.map((name) => columnOf(table, name)), metadata: table.schema.metadata };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : null;
    if (code === "ENOENT") return null;
    if (code !== null && code !== "EINVAL") throw unreadable(path, cause);
    // What the library says of bytes that it cannot read is about its own insides.
    const problem = cause instanceof WrongColumn ? cause.message : "it is empty, cut short or no file of columns";
    throw damaged(path, problem, cause);
  }
}

/** A file that is there and is not what the store has written; it can only be made anew. */
export function damaged(path: string, problem: string, cause?: unknown): SixbtcError {
  return new SixbtcError("data.damaged", `${path}: ${problem}`, {
    hint: "Delete it and get the data again with `sixbtc data fetch` or `sixbtc data import`.",
    cause,
    exitCode: 3,
  });
}

/** A file that may be whole, and that the system does not let this process read. */
function unreadable(path: string, cause: unknown): SixbtcError {
  return new SixbtcError("data.unreadable", `${path}: it cannot be read: ${messageOf(cause)}`, {
    hint: "Nothing is known to be wrong with the file: see to its permissions, or to the limits of this process.",
    cause,
    exitCode: 3,
  });
}

/** What ails one file, without its path in front of it, or null where `error` is about something else. */
export function ailmentOf(error: unknown, path: string): string | null {
  if (!(error instanceof SixbtcError) || !AILING.has(error.code)) return null;
  return error.message.startsWith(`${path}: `) ? error.message.slice(path.length + 2) : error.message;
}

const AILING: ReadonlySet<string> = new Set(["data.damaged", "data.unreadable"]);

class WrongColumn extends Error {}

function columnOf(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  if (!vector) throw new WrongColumn(`it has no column ${name}`);
  if (vector.nullCount > 0) throw new WrongColumn(`column ${name} has empty values`);
  const values: unknown = vector.toArray();
  if (!(values instanceof Float64Array)) throw new WrongColumn(`column ${name} is not of type float64`);
  if (values.length !== table.numRows) throw new WrongColumn(`column ${name} is cut short`);
  return values;
}

/** The bytes of an Arrow IPC file, uncompressed, in one record batch, so that a mapping of it needs no copy. */
function encodeColumns(names: readonly string[], { columns, metadata }: ColumnFile): Uint8Array {
  const fields = names.map((name) => new Field(name, new Float64(), false));
  const schema = new Schema(fields, new Map(metadata));
  const length = columns[0]?.length ?? 0;
  const children = columns.map((column) => makeData({ type: new Float64(), length, nullCount: 0, data: column }));
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, data)]), "file");
}

/** Ends of the names that files have until they are whole. */
export const UNFINISHED = ".tmp";

/**
 * Writes an Arrow file so that at every instant, a loss of power included, `path` is the old or the new one.
 * `isCurrent` is asked in the same turn as the rename: if it says no, nothing is replaced and the answer is false.
 */
export async function writeColumns(
  path: string,
  names: readonly string[],
  file: ColumnFile,
  isCurrent: () => boolean,
): Promise<boolean> {
  const folder = dirname(path);
  const unfinished = join(folder, `.${basename(path)}.${crypto.randomUUID()}${UNFINISHED}`);
  try {
    const handle = await open(unfinished, "wx");
    try {
      await handle.writeFile(encodeColumns(names, file));
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!isCurrent()) return false;
    renameSync(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  const folderHandle = await open(folder, "r");
  try {
    await folderHandle.sync();
  } finally {
    await folderHandle.close();
  }
  return true;
}
