import type { Config } from "../../core/config/schema.ts";
import { ailmentOf } from "../../core/market/arrow-file.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { openStoredCoins } from "../../core/market/stored-coins.ts";
import type { Timeframe } from "../../core/timeframe.ts";

export type CandleMarks = {
  /** Files of candles in the store, funding left out. */
  series: number;
  /** How many of them are of the synthetic market. */
  synthetic: number;
  /** Open time of the newest candle. */
  newestAt: number | null;
  /** What is wrong with files that cannot be read. */
  damaged: string[];
  /** Whose candles the stages use, by the timeframes of the configuration; none of an exchange that they do not. */
  used: UsedCandles[];
};

type UsedCandles = {
  exchange: string;
  timeframes: Timeframe[];
  series: number;
  synthetic: boolean;
  newestAt: number | null;
};

/** What the candle store of a home folder holds, what of it is used, and whether its numbers mean anything. */
export async function readCandleMarks(home: string, { market }: Pick<Config, "market">): Promise<CandleMarks> {
  const store = openCandleStore(home);
  const used = new Map<string, UsedCandles>();
  const { chosen } = await openStoredCoins(store, market);
  for (const timeframe of market.timeframes) {
    const exchange = chosen(timeframe)?.exchange;
    if (exchange === undefined) continue;
    const known = used.get(exchange);
    if (known) known.timeframes.push(timeframe);
    else used.set(exchange, { exchange, timeframes: [timeframe], series: 0, synthetic: false, newestAt: null });
  }
  const marks: CandleMarks = { series: 0, synthetic: 0, newestAt: null, damaged: [], used: [...used.values()] };
  for (const name of await store.names()) {
    if (name.timeframe === "funding") continue;
    try {
      const info = store.info(name);
      if (info === null) continue;
      marks.series += 1;
      if (info.synthetic) marks.synthetic += 1;
      marks.newestAt = Math.max(info.lastMs, marks.newestAt ?? -Infinity);
      const its = used.get(name.exchange);
      if (its === undefined) continue;
      its.series += 1;
      its.synthetic ||= info.synthetic;
      its.newestAt = Math.max(info.lastMs, its.newestAt ?? -Infinity);
    } catch (error) {
      const path = store.pathOf(name);
      const ailment = ailmentOf(error, path);
      if (ailment === null) throw error;
      marks.damaged.push(`${path}: ${ailment}`);
    }
  }
  return marks;
}

/** How a person is told that what the stages use is synthetic; null: nothing of it is. */
export function syntheticMark({ used }: Pick<CandleMarks, "used">): string | null {
  const synthetic = used.filter((one) => one.synthetic);
  if (synthetic.length === 0) return null;
  if (synthetic.length === used.length) return "SYNTHETIC CANDLES";
  return `SYNTHETIC CANDLES OF ${synthetic.flatMap(({ timeframes }) => timeframes).join(" ")}`;
}
