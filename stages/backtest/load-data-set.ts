import type { Funding } from "../../core/kernel/candles.ts";
import { type Market, type MarketCoin, prepareMarket } from "../../core/kernel/market.ts";
import { marketWindow } from "../../core/kernel/window.ts";
import {
  type Columns,
  columnsOfCandles,
  columnsOfFunding,
  indexAtOrAfter,
  sliceCandles,
} from "../../core/market/columns.ts";
import { snapshotHash } from "../../core/market/content-hash.ts";
import { readCandleFile, readFundingFile } from "../../core/market/read-candle-file.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import type { DataCoin, DataSet } from "./data-set.ts";
import { type PermutedMarket, permutedMarket } from "./permuted-market.ts";
import type { Windows } from "./windows.ts";

/** A data set in memory: files mapped, nothing after the windows to be seen. */
export type LoadedData = {
  /** All bars up to the end of the windows. */
  market: Market;
  windows: Windows;
  inSample: Market;
  outOfSample: Market;
  /** In sample, to be permuted. Made when it is first asked for, since few strategies come so far: it is large. */
  permuted(): PermutedMarket;
  /** Names exactly the candles and funding rates that are in `market`. */
  snapshotHash: string;
};

export function loadDataSet({ coins, timeframe, windows }: DataSet): LoadedData {
  const { toMs } = windows.outOfSample;
  const loaded = coins.map((coin) => loadCoin(coin, toMs));
  const market = prepareMarket(loaded, timeframeMs(timeframe));
  const series = new Map<string, Columns>();
  for (const [i, { candles, funding }] of loaded.entries()) {
    const name = `${coins[i]?.exchange}/${coins[i]?.coin}`;
    series.set(`${name}-${timeframe}`, columnsOfCandles(candles));
    if (funding !== null) series.set(`${name}-funding`, columnsOfFunding(funding));
  }
  let permuted: PermutedMarket | null = null;
  return {
    market,
    windows,
    permuted() {
      permuted ??= permutedMarket(market, windows.inSample);
      return permuted;
    },
    inSample: marketWindow(market, windows.inSample),
    outOfSample: marketWindow(market, windows.outOfSample),
    snapshotHash: snapshotHash(series),
  };
}

function loadCoin({ coin, path, fundingPath, maxLeverage }: DataCoin, toMs: number): MarketCoin {
  const candles = readCandleFile(path);
  const bars = indexAtOrAfter(candles.time, toMs);
  const funding = fundingPath === null ? null : upTo(readFundingFile(fundingPath), toMs);
  return { coin, candles: sliceCandles(candles, 0, bars), funding, maxLeverage };
}

/** Funding due at `toMs` belongs to the bar that closes then. */
function upTo({ time, rate }: Funding, toMs: number): Funding {
  const rows = indexAtOrAfter(time, toMs + 1);
  return { time: time.subarray(0, rows), rate: rate.subarray(0, rows) };
}
