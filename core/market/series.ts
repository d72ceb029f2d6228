import { join } from "node:path";
import { SixbtcError } from "../errors.ts";
import { isTimeframe, type Timeframe } from "../timeframe.ts";
import { damaged, mapColumns } from "./arrow-file.ts";
import { coinKey } from "./coin-key.ts";
import { CANDLE_COLUMNS, type Columns, FUNDING_COLUMNS } from "./columns.ts";
import type { Span } from "./spans.ts";

/** What one file of the store holds: candles of a timeframe, or funding rates. `coin` is the base asset. */
export type SeriesName = { exchange: string; coin: string; timeframe: Timeframe | "funding" };

export type Origin = {
  /** How the rows came here: `ccxt`, `csv`, `synthetic`, or `resampled 15m`. */
  source: string;
  synthetic: boolean;
};

/** Whether the rows were made of shorter candles: a stand-in, until the series itself comes from somewhere. */
export function isResampled({ source }: Origin): boolean {
  return source.startsWith("resampled ");
}

export type SeriesInfo = SeriesName &
  Origin & {
    path: string;
    rows: number;
    /** Times of the first and the last row. */
    firstMs: number;
    lastMs: number;
    contentHash: string;
    updatedAtMs: number;
    /** Spans that the exchange was asked for and has nothing in. */
    absent: Span[];
  };

export type Series = { columns: Columns; info: SeriesInfo };

/** The file of a series below the store's folder; a coin may be named in any way that `coinKey` knows. */
export function seriesPath(folder: string, { exchange, coin, timeframe }: SeriesName): string {
  const key = coinKey(coin);
  if (!/^[a-z0-9]+$/.test(exchange) || !/^[\p{L}\p{N}]+$/u.test(key)) {
    throw new SixbtcError("data.name", `${exchange}/${coin} names no series of candles`, {
      hint: "An exchange is a ccxt id such as binanceusdm, a coin a base asset such as BTC.",
      exitCode: 2,
    });
  }
  return join(folder, exchange, `${key}-${timeframe}.arrow`);
}

/** The columns that a series has, by its timeframe. */
export function columnNames(timeframe: Timeframe | "funding"): readonly string[] {
  return timeframe === "funding" ? FUNDING_COLUMNS : CANDLE_COLUMNS;
}

/** A series as it lies on disk, mapped, or null where there is none. */
export function readSeries(folder: string, name: SeriesName): Series | null {
  const path = seriesPath(folder, name);
  const file = mapColumns(path, columnNames(name.timeframe));
  return file && { columns: file.columns, info: infoOf(path, file.columns, file.metadata) };
}

/** What the metadata of a file says beside its columns; the inverse of `infoOf`. */
export function metadataOf(info: Omit<SeriesInfo, "path" | "rows" | "firstMs" | "lastMs">): Map<string, string> {
  return new Map([
    ["exchange", info.exchange],
    ["coin", info.coin],
    ["timeframe", info.timeframe],
    ["source", info.source],
    ["synthetic", String(info.synthetic)],
    ["contentHash", info.contentHash],
    ["updatedAt", new Date(info.updatedAtMs).toISOString()],
    ["absent", JSON.stringify(info.absent)],
  ]);
}

function infoOf(path: string, columns: Columns, metadata: ReadonlyMap<string, string>): SeriesInfo {
  const entry = (key: string) => metadata.get(key) ?? refuse(path, `its metadata has no ${key}`);
  const timeframe = entry("timeframe");
  const updatedAtMs = Date.parse(entry("updatedAt"));
  const time = columns[0];
  return {
    path,
    exchange: entry("exchange"),
    coin: entry("coin"),
    timeframe:
      isTimeframe(timeframe) || timeframe === "funding" ? timeframe : refuse(path, `its timeframe is ${timeframe}`),
    source: entry("source"),
    synthetic: entry("synthetic") === "true",
    rows: time?.length ?? 0,
    firstMs: time?.at(0) ?? NaN,
    lastMs: time?.at(-1) ?? NaN,
    contentHash: entry("contentHash"),
    updatedAtMs: Number.isNaN(updatedAtMs) ? refuse(path, "its updatedAt is no time") : updatedAtMs,
    absent: spansOf(path, entry("absent")),
  };
}

function spansOf(path: string, text: string): Span[] {
  const spans = parsed(text);
  if (!Array.isArray(spans)) return refuse(path, "its absent spans are no list");
  return spans.map(({ fromMs, toMs }: Span) => ({ fromMs: Number(fromMs), toMs: Number(toMs) }));
}

/** Null where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refuse(path: string, problem: string): never {
  throw damaged(path, `it is not of the candle store: ${problem}`);
}
