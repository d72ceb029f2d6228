import { indexAtOrAfter, sliceCandles } from "../../core/market/columns.ts";
import type { SeriesInfo, SeriesName } from "../../core/market/series.ts";
import type { CandleStore, Rows } from "../../core/market/store.ts";

const DAY_MS = 24 * 3_600_000;

type Part = { info: SeriesInfo; head: Rows; tail: Rows };

/**
 * Takes the newest `days` out of the store, so that research cannot have seen them, and returns what puts them back:
 * the desk then meets them as it meets candles that just closed. Days count from the newest candle of all; funding
 * may reach further, and is cut at the same time.
 */
export async function holdBack(store: CandleStore, days: number): Promise<() => Promise<void>> {
  const infos = (await store.names()).flatMap((name) => store.info(name) ?? []);
  const candles = infos.filter(({ timeframe }) => timeframe !== "funding");
  const fromMs = Math.max(...candles.map(({ lastMs }) => lastMs)) - days * DAY_MS;
  const parts = infos.flatMap((info) => split(store, info, fromMs));
  for (const { info, head } of parts) await store.write(info, info, head);
  return async () => {
    for (const { info, tail } of parts) await store.merge(info, info, tail);
  };
}

/** The rows of a series before and from `fromMs`, copied, since the file that they are mapped from is replaced. */
function split(store: CandleStore, info: SeriesInfo, fromMs: number): Part[] {
  const rows = readRows(store, info);
  const time = "candles" in rows ? rows.candles.time : rows.funding.time;
  const at = indexAtOrAfter(time, fromMs);
  if (at === 0 || at === time.length) return [];
  const part = (from: number, to: number): Rows =>
    structuredClone(
      "candles" in rows
        ? { candles: sliceCandles(rows.candles, from, to) }
        : { funding: { time: rows.funding.time.slice(from, to), rate: rows.funding.rate.slice(from, to) } },
    );
  return [{ info, head: part(0, at), tail: part(at, time.length) }];
}

function readRows(store: CandleStore, { exchange, coin, timeframe }: SeriesName): Rows {
  if (timeframe === "funding") {
    const funding = store.readFunding(exchange, coin);
    if (funding !== null) return { funding };
  } else {
    const candles = store.read(exchange, coin, timeframe);
    if (candles !== null) return { candles };
  }
  throw new Error(`${exchange} ${coin} ${timeframe} vanished from the store of the demo`);
}
