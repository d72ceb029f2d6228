import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "bun";
import type { Candles } from "../../core/kernel/candles.ts";
import { synthesizeMarket } from "../../core/market/synthetic.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";

/** Candles as a CSV text, in the form that `data import` and `--candles` read. */
function csvOf(candles: Candles): string {
  const rows = Array.from(candles.time, (time, i) =>
    [time, candles.open[i], candles.high[i], candles.low[i], candles.close[i], candles.volume[i]].join(","),
  );
  return ["timestamp,open,high,low,close,volume", ...rows, ""].join("\n");
}

/** A folder of files such as `BTCUSDT-1h.csv.gz`, of a synthetic market that ends in the past. */
export async function writeCandleFiles(
  folder: string,
  { coins, timeframe, days }: { coins: readonly string[]; timeframe: Timeframe; days: number },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const startMs = Date.UTC(2024, 0, 1);
  const bars = (days * 86_400_000) / timeframeMs(timeframe);
  for (const { coin, candles } of synthesizeMarket({ seed: 1, coins, timeframe, startMs, bars })) {
    await Bun.write(join(folder, `${coin}USDT-${timeframe}.csv.gz`), gzipSync(csvOf(candles)));
  }
}
