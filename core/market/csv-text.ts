import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, type ZlibOptions } from "node:zlib";
import { messageOf, SixbtcError } from "../errors.ts";
import { reading } from "./csv-files.ts";

/** Files that are read and unpacked while the one before them is parsed. */
const AHEAD = 4;
/** Bounds of what is unpacked at a time: what a damaged file says of its size may be anything. */
const PART_BYTES = { least: 64 * 1024, most: 64 * 1024 * 1024 };

/**
 * Each call gives the text of the next of `paths`, unpacked where it is gzip. Those that follow are read meanwhile, on
 * other threads; whatever is wrong with one of them is thrown when its turn comes.
 */
export function readAhead(paths: readonly string[]): () => Promise<Uint8Array> {
  const begun: Promise<() => Uint8Array>[] = [];
  let taken = 0;
  return async () => {
    for (const path of paths.slice(begun.length, taken + AHEAD)) begun.push(settled(readText(path)));
    // What has been read by now is handed on to be unpacked before the caller keeps this thread busy.
    await setImmediate();
    const text = await begun[taken];
    begun[taken] = NOTHING;
    taken += 1;
    if (text === undefined) throw new RangeError(`only ${paths.length} files are read`);
    return text();
  };
}

const NOTHING = Promise.resolve(() => new Uint8Array());

/** Never rejects: a file that nobody comes to ask for any more, since one before it was refused, is no failure. */
function settled<Value>(promise: Promise<Value>): Promise<() => Value> {
  return promise.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
}

/**
 * Frees what nobody reads any more at once, and not when the collector finds it: the next text is then written over
 * memory that is there already. To be given new memory for each file took longer than to unpack it.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  const isOwn = byteLength > PART_BYTES.least && buffer instanceof ArrayBuffer;
  if (isOwn) buffer.transfer(0);
}

async function readText(path: string): Promise<Uint8Array> {
  const bytes = await reading(path, () => readFile(path));
  // By its first bytes and not by its name: downloads often lose or gain a .gz.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const text = await unpack(bytes, { chunkSize: partBytes(bytes) });
    giveBack(bytes);
    return text;
  } catch (cause) {
    throw new SixbtcError("data.invalid", `${path}: the gzip data is damaged (${messageOf(cause)})`, {
      hint: "The file is cut short or corrupted; get it again.",
      cause,
      exitCode: 3,
    });
  }
}

/** As large as the whole text, which the end of a file says: put together from small parts it takes twice the time. */
function partBytes(bytes: Buffer): number {
  const size = bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4);
  return Math.min(Math.max(size + 1, PART_BYTES.least), PART_BYTES.most);
}

const unpack: (bytes: Uint8Array, options: ZlibOptions) => Promise<Uint8Array> = promisify(gunzip);
