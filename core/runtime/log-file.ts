import { accessSync, closeSync, constants, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { createStream, type RotatingFileStream } from "rotating-file-stream";
import { messageOf, SixbtcError } from "../errors.ts";

export type LogFile = {
  write(line: string): void;
  /** Resolves when what was written is handed to the system. */
  close(): Promise<void>;
};

export type LogFileOptions = { folder: string; maxMb: number; keep: number };

/** A disk that is full is not emptied in a moment, and a line on stderr every time is enough. */
const RETRY_MS = 30_000;

/**
 * A rotated file of lines. A fault that comes while it is open, such as a full disk, is told on stderr and costs the
 * lines until the file can be opened again: a stage must not end, or go on unheard for ever, for its log.
 */
export function openLogFile(name: string, options: LogFileOptions, retryMs = RETRY_MS): LogFile {
  mustBeWritable(name, options.folder);
  let stream: RotatingFileStream | null = null;
  let retry: Timer | undefined;
  const open = () => {
    const { folder, maxMb, keep } = options;
    const opened = createStream(name, { path: folder, size: `${maxMb}M`, maxFiles: keep });
    opened.on("error", (error) => {
      process.stderr.write(`sixbtc: the log ${join(folder, name)} cannot be written: ${messageOf(error)}\n`);
      if (stream !== opened) return;
      stream = null;
      retry = setTimeout(open, retryMs);
      retry.unref();
    });
    stream = opened;
  };
  open();
  return {
    write: (line) => stream?.write(line),
    close() {
      clearTimeout(retry);
      const { promise, resolve } = Promise.withResolvers<void>();
      if (stream === null) return Promise.resolve();
      // After an error no end follows, only the close.
      stream.once("close", resolve);
      stream.end(() => resolve());
      return promise;
    },
  };
}

/** Told at the start, where a person or pm2 looks; the folder is written to as well, when the file is rotated. */
function mustBeWritable(name: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    closeSync(openSync(join(folder, name), "a"));
  } catch (cause) {
    throw new SixbtcError("log.unwritable", `logs.folder ${folder} cannot be written to: ${messageOf(cause)}`, {
      hint: "Name a folder that you may write to in logs.folder of the configuration, or make room in this one.",
      cause,
      exitCode: 3,
    });
  }
}
