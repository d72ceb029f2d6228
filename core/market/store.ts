import { statSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { SixbtcError } from "../errors.ts";
import type { Candles, Funding } from "../kernel/candles.ts";
import { homeFolder } from "../paths.ts";
import { isTimeframe, TIMEFRAMES, type Timeframe, timeframeMs } from "../timeframe.ts";
import { UNFINISHED, writeColumns } from "./arrow-file.ts";
import { checkCandles, checkFunding, refuseProblems } from "./check-candles.ts";
import { coinKey } from "./coin-key.ts";
import { type Columns, candlesOfColumns, columnsOfCandles, columnsOfFunding, fundingOfColumns } from "./columns.ts";
import { contentHash } from "./content-hash.ts";
import { type Merged, mergeColumns } from "./merge-columns.ts";
import {
  columnNames,
  isResampled,
  metadataOf,
  type Origin,
  readSeries,
  type SeriesInfo,
  type SeriesName,
  seriesPath,
} from "./series.ts";
import { joinSpans, type Span } from "./spans.ts";

/** The rows of a series as its kind has them. */
export type Rows = { candles: Candles } | { funding: Funding };

type MergeResult = Omit<Merged, "columns">;

/**
 * Candles and funding rates in Arrow files, `<folder>/<exchange>/<COIN>-<timeframe>.arrow`, read by mapping. Writers
 * of different processes may meet on one file: each replaces it whole, and a merge that finds the file replaced under
 * its hands merges again, so that what is on disk is never broken. Between two processes some microseconds are left
 * in which one of two merges can be lost; its rows are as if never fetched then, and the next fetch asks for them.
 */
export type CandleStore = {
  readonly folder: string;
  pathOf(series: SeriesName): string;
  /** Null where there is no such file. */
  read(exchange: string, coin: string, timeframe: Timeframe): Candles | null;
  readFunding(exchange: string, coin: string): Funding | null;
  info(series: SeriesName): SeriesInfo | null;
  /** Every series that has a file, by exchange, coin and timeframe. */
  names(): Promise<SeriesName[]>;
  /** Replaces the whole series; only with resampled rows, one of a real source is left as it is. */
  write(series: SeriesName, origin: Origin, rows: Rows): Promise<void>;
  /**
   * Adds rows at new times; what is there stays as it is, but for resampled rows, which those of any other source
   * replace. `absent` are spans to be known as empty from now on.
   */
  merge(series: SeriesName, origin: Origin, rows: Rows, absent?: readonly Span[]): Promise<MergeResult>;
};

/** Each lost attempt is another writer's success; so many in a row mean one that writes without an end. */
const MERGE_ATTEMPTS = 200;

/** The store under a home folder (by default this process's); `nowMs` is the clock that bars must have ended by. */
export function openCandleStore(home: string = homeFolder(), nowMs: () => number = Date.now): CandleStore {
  const folder = join(home, "candles");
  const read = (name: SeriesName) => readSeries(folder, name);
  return {
    folder,
    pathOf: (series) => seriesPath(folder, series),
    read(exchange, coin, timeframe) {
      const series = read({ exchange, coin, timeframe });
      return series && candlesOfColumns(series.columns);
    },
    readFunding(exchange, coin) {
      const series = read({ exchange, coin, timeframe: "funding" });
      return series && fundingOfColumns(series.columns);
    },
    info: (series) => read(series)?.info ?? null,
    names: () => namesIn(folder),
    async write(series, origin, rows) {
      const columns = checkedColumns(series, rows, nowMs());
      // Asked last of all: a download may have put the real series there since the caller looked.
      const mayReplace = () => !isResampled(origin) || isResampled(read(series)?.info ?? origin);
      await replace(folder, series, { origin, columns, absent: [], nowMs: nowMs() }, mayReplace);
    },
    async merge(series, origin, rows, absent = []) {
      const columns = checkedColumns(series, rows, nowMs());
      const path = seriesPath(folder, series);
      for (let attempt = 1; attempt <= MERGE_ATTEMPTS; attempt++) {
        const stamp = stampOf(path);
        const found = read(series);
        if (found) refuseMixing(found.info, origin);
        const there = found && isResampled(found.info) && !isResampled(origin) ? null : found;
        const { columns: all, ...result } = mergeColumns(
          there?.columns ?? columns.map(() => new Float64Array()),
          columns,
        );
        const spans = joinSpans([...(there?.info.absent ?? []), ...absent]);
        const isSame = result.added === 0 && JSON.stringify(spans) === JSON.stringify(there?.info.absent ?? []);
        if (isSame || all[0]?.length === 0) return result;
        const next = { origin: there?.info ?? origin, columns: all, absent: spans, nowMs: nowMs() };
        if (await replace(folder, series, next, () => stampOf(path) === stamp)) return result;
        // At random, so that writers that met once do not meet again at each attempt.
        await delay(Math.random() * Math.min(10 * attempt, 100));
      }
      throw new SixbtcError("data.busy", `${path} is being written by others all the time`, {
        hint: "Let one `sixbtc data fetch` at a time work on a series.",
      });
    },
  };
}

/** The columns to be written, which are possible and over: an unfinished candle never enters the store. */
function checkedColumns({ exchange, coin, timeframe }: SeriesName, rows: Rows, nowMs: number): Columns {
  const where = (row: number) => `${exchange} ${coin} ${timeframe} row ${row}`;
  if ("funding" in rows) {
    if (timeframe !== "funding") throw new TypeError(`funding rates given as ${timeframe} candles`);
    refuseProblems(checkFunding(rows.funding, 1), where);
    return columnsOfFunding(rows.funding);
  }
  if (timeframe === "funding") throw new TypeError("candles given as funding rates");
  refuseProblems(checkCandles(rows.candles, timeframe, 1), where);
  const endMs = (rows.candles.time.at(-1) ?? -Infinity) + timeframeMs(timeframe);
  if (endMs > nowMs) {
    const problem = `the candle ends at ${new Date(endMs).toISOString()} and is not finished`;
    refuseProblems([{ row: rows.candles.length - 1, problem }], where);
  }
  return columnsOfCandles(rows.candles);
}

function refuseMixing(there: SeriesInfo, origin: Origin): void {
  if (there.synthetic === origin.synthetic) return;
  const kind = (synthetic: boolean) => (synthetic ? "synthetic" : "real");
  throw new SixbtcError(
    "data.mixed",
    `${there.path} is ${kind(there.synthetic)}; ${kind(origin.synthetic)} candles do not go into it`,
    { hint: "Use another --exchange name, or delete the file." },
  );
}

type Content = { origin: Origin; columns: Columns; absent: readonly Span[]; nowMs: number };

async function replace(
  folder: string,
  { exchange, coin, timeframe }: SeriesName,
  { origin, columns, absent, nowMs }: Content,
  isCurrent: () => boolean,
): Promise<boolean> {
  const path = seriesPath(folder, { exchange, coin, timeframe });
  await mkdir(dirname(path), { recursive: true });
  await removeStrays(dirname(path));
  const { source, synthetic } = origin;
  const name = { exchange, coin: coinKey(coin), timeframe };
  const state = { absent: [...absent], contentHash: contentHash(columns), updatedAtMs: nowMs };
  const metadata = metadataOf({ ...name, source, synthetic, ...state });
  return writeColumns(path, columnNames(timeframe), { columns, metadata }, isCurrent);
}

const STRAY_AFTER_MS = 10 * 60_000;

/** Removes what writers that died have left behind; a living one needs well under a second. */
async function removeStrays(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(ignoreMissing);
    if (written && written.mtimeMs < Date.now() - STRAY_AFTER_MS) await rm(path, { force: true });
  }
}

/** Changes whenever the file is replaced. */
function stampOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : "none";
}

/** Every series that has a file, by its name alone, funding after the candles of its coin. */
async function namesIn(folder: string): Promise<SeriesName[]> {
  const files = await readdir(folder, { recursive: true }).catch(ignoreMissing);
  const names = (files ?? []).flatMap((file): SeriesName[] => {
    const [, exchange, coin, timeframe] = /^([a-z0-9]+)[/\\]([^./\\-]+)-(\w+)\.arrow$/.exec(file) ?? [];
    if (!exchange || !coin || !timeframe) return [];
    return isTimeframe(timeframe) || timeframe === "funding" ? [{ exchange, coin, timeframe }] : [];
  });
  const order: readonly string[] = [...TIMEFRAMES, "funding"];
  const sortKey = ({ exchange, coin, timeframe }: SeriesName) => `${exchange} ${coin} ${order.indexOf(timeframe)}`;
  return names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
