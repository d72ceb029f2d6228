import { Writable } from "node:stream";
import pino from "pino";
import { type LogFileOptions, openLogFile } from "./log-file.ts";

type LogFields = Record<string, unknown>;

/** One line a fact: `log.info("order.placed", { coin, qty })`. Values stand in fields, never in the event's name. */
export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  close(): Promise<void>;
};

export type LogOptions = {
  stage: string;
  level: "debug" | "info" | "warn" | "error";
  /** Where the rotated file goes; null: no file. */
  file: LogFileOptions | null;
  /** JSON lines, lines for people, or nothing on stderr. */
  stderr: "json" | "pretty" | "none";
};

export function createLog({ stage, level, file, stderr }: LogOptions): Log {
  const streams: pino.StreamEntry[] = [];
  const written = file === null ? null : openLogFile(`sixbtc-${stage}.log`, file);
  if (written !== null) streams.push({ level, stream: written });
  if (stderr === "json") streams.push({ level, stream: process.stderr });
  if (stderr === "pretty") streams.push({ level, stream: prettyStream() });
  const logger = pino(
    {
      level,
      base: { stage },
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.multistream(streams),
  );
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
    close: async () => {
      await written?.close();
    },
  };
}

/** A log that keeps nothing, for work that reports in another way. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: async () => undefined,
};

function prettyStream(): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      process.stderr.write(`${prettyLine(chunk.toString())}\n`);
      done();
    },
  });
}

function prettyLine(json: string): string {
  const { time, level, stage, event, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const rest = Object.entries(fields).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return [
    String(time).slice(11, 19),
    String(level).toUpperCase().padEnd(5),
    String(stage),
    String(event),
    ...rest,
  ].join(" ");
}
