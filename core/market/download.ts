import type { Candles, Funding } from "../kernel/candles.ts";
import { hourlyFunding } from "../kernel/funding.ts";
import type { Timeframe } from "../timeframe.ts";
import { checkCandles, rateProblem } from "./check-candles.ts";
import { type Columns, candlesOfColumns, columnsOfCandles, columnsOfFunding, fundingOfColumns } from "./columns.ts";
import { lostSpans, mergeNearby, missingSpans } from "./missing-spans.ts";
import { columnNames, isResampled, type Origin, type SeriesInfo, type SeriesName } from "./series.ts";
import type { ListedCoin, MarketSource } from "./source.ts";
import type { Span } from "./spans.ts";
import type { CandleStore, Rows } from "./store.ts";

/** A candle counts as over this long after its end, so that a clock that runs a little fast stores no moving one. */
const SETTLE_MS = 10_000;

/** Only what is missing a day later is believed to be missing for ever; younger gaps are asked for again next time. */
const DAY_MS = 24 * 3_600_000;

/** What a crash may cost: so many rows, or what came in so many ms. */
const SAVE_ROWS = 20_000;
const SAVE_AFTER_MS = 5000;

const ORIGIN: Origin = { source: "ccxt", synthetic: false };

type DownloadRequest = {
  store: CandleStore;
  source: MarketSource;
  coin: ListedCoin;
  timeframe: Timeframe | "funding";
  sinceMs: number;
  nowMs: number;
  /** Called after each page with the share of the asked time that is behind it, and the rows so far. */
  onPage?: (fracDone: number, rows: number) => void;
};

export type DownloadResult = {
  added: number;
  /** Rows that differ from those that are stored, which stay. */
  conflicts: number;
  /** What the exchange sent and cannot have meant. */
  rejected: { timeMs: number; problem: string }[];
  /** What of the asked time the exchange did not give. */
  missing: Span[];
};

/**
 * Brings one series of the store up to date: asks for what is missing since `sinceMs` and for nothing else, so that
 * an interrupted download goes on where it stopped, and a repeated one adds what is new. What is not given is asked
 * for a second time; what is old and missing even then is remembered as absent.
 */
export async function download(request: DownloadRequest): Promise<DownloadResult> {
  const { store, source, timeframe, nowMs } = request;
  const series: SeriesName = { exchange: source.exchange, coin: request.coin.coin, timeframe };
  const span = { fromMs: request.sinceMs, toMs: nowMs - SETTLE_MS };
  const missing = (absent?: readonly Span[]) => missingSpans(timesOf(store, series), timeframe, span, absent);
  const known = infoOf(store, series)?.absent ?? [];
  const batches = openBatches(request, series);

  await batches.fetch(mergeNearby(missing(known), timeframe));
  if (infoOf(store, series) !== null) {
    await batches.fetch(mergeNearby(oldParts(missing(known), nowMs), timeframe));
    await store.merge(series, ORIGIN, rowsOf([], timeframe), oldParts(missing(known), nowMs));
  }
  return { ...batches.result, missing: lostSpans(missing(), timeframe, span) };
}

/** Null also for resampled rows: the series itself is to be downloaded whole, and then replaces them. */
function infoOf(store: CandleStore, series: SeriesName): SeriesInfo | null {
  const info = store.info(series);
  return info && isResampled(info) ? null : info;
}

function timesOf(store: CandleStore, series: SeriesName): Float64Array {
  if (infoOf(store, series) === null) return new Float64Array();
  const { exchange, coin, timeframe } = series;
  const rows = timeframe === "funding" ? store.readFunding(exchange, coin) : store.read(exchange, coin, timeframe);
  return rows?.time ?? new Float64Array();
}

function oldParts(spans: readonly Span[], nowMs: number): Span[] {
  const oldMs = Math.floor(nowMs / DAY_MS - 1) * DAY_MS;
  return spans
    .map(({ fromMs, toMs }) => ({ fromMs, toMs: Math.min(toMs, oldMs) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** Fetches spans page by page into the store, in batches; the last one is saved also when it is interrupted. */
function openBatches(request: DownloadRequest, series: SeriesName) {
  const { store, timeframe, onPage } = request;
  const result: Omit<DownloadResult, "missing"> = { added: 0, conflicts: 0, rejected: [] };
  let pages: Columns[] = [];
  let waiting = 0;
  let fetched = 0;
  let savedAtMs = performance.now();

  async function save(): Promise<void> {
    const rows = rowsOf(pages, timeframe);
    pages = [];
    waiting = 0;
    savedAtMs = performance.now();
    const { added, conflictCount } = await store.merge(series, ORIGIN, rows);
    result.added += added;
    result.conflicts += conflictCount;
  }

  async function fetch(spans: readonly Span[]): Promise<void> {
    const totalMs = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    let doneMs = 0;
    try {
      for (const span of spans) {
        for await (const page of pagesOf(request, span, result.rejected)) {
          const time = page[0] ?? new Float64Array();
          pages.push(page);
          waiting += time.length;
          fetched += time.length;
          onPage?.((doneMs + (time.at(-1) ?? span.fromMs) - span.fromMs) / totalMs, fetched);
          if (waiting >= SAVE_ROWS || performance.now() - savedAtMs > SAVE_AFTER_MS) await save();
        }
        doneMs += span.toMs - span.fromMs;
      }
    } finally {
      if (pages.length > 0) await save();
    }
  }
  return { fetch, result };
}

async function* pagesOf(
  { source, coin, timeframe }: DownloadRequest,
  span: Span,
  rejected: DownloadResult["rejected"],
): AsyncGenerator<Columns> {
  if (timeframe === "funding") {
    for await (const page of source.fundingPages(coin, span)) yield possibleRates(page, rejected);
  } else {
    for await (const page of source.candlePages(coin, timeframe, span)) yield possibleRows(page, timeframe, rejected);
  }
}

/** The candles of a page without the impossible ones, which are noted. */
function possibleRows(page: Candles, timeframe: Timeframe, rejected: DownloadResult["rejected"]): Columns {
  const problems = new Map(checkCandles(page, timeframe, Infinity).map(({ row, problem }) => [row, problem]));
  return withoutRows(columnsOfCandles(page), problems, rejected);
}

/** The same for payments of funding, whose times are the exchange's own and no full hours yet. */
function possibleRates(page: Funding, rejected: DownloadResult["rejected"]): Columns {
  const found = Array.from(page.rate, (rate, row) => [row, rateProblem(rate)] as const);
  const problems = new Map(found.flatMap(([row, problem]) => (problem === null ? [] : [[row, problem] as const])));
  return withoutRows(columnsOfFunding(page), problems, rejected);
}

function withoutRows(
  columns: Columns,
  problems: ReadonlyMap<number, string>,
  rejected: DownloadResult["rejected"],
): Columns {
  for (const [row, problem] of problems) {
    const timeMs = columns[0]?.[row] ?? NaN;
    if (!rejected.some((one) => one.timeMs === timeMs)) rejected.push({ timeMs, problem });
  }
  return columns.map((column) => column.filter((_, row) => !problems.has(row)));
}

function rowsOf(pages: readonly Columns[], timeframe: Timeframe | "funding"): Rows {
  const columns = columnNames(timeframe).map((_, i) => {
    const joined = new Float64Array(pages.reduce((sum, page) => sum + (page[i]?.length ?? 0), 0));
    let at = 0;
    for (const page of pages) {
      joined.set(page[i] ?? [], at);
      at += page[i]?.length ?? 0;
    }
    return joined;
  });
  if (timeframe === "funding") {
    const { time, rate } = fundingOfColumns(columns);
    return { funding: hourlyFunding(time, rate) };
  }
  return { candles: candlesOfColumns(columns) };
}
