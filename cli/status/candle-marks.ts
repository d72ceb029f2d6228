import { SixbtcError } from "../../core/errors.ts";
import { openCandleStore } from "../../core/market/store.ts";

export type CandleMarks = {
  /** Files of candles in the store, funding left out. */
  series: number;
  /** How many of them are of the synthetic market. */
  synthetic: number;
  /** Open time of the newest candle. */
  newestAt: number | null;
  /** What is wrong with files that cannot be read. */
  damaged: string[];
};

/** What the candle store of a home folder holds, and whether its numbers mean anything. */
export async function readCandleMarks(home: string): Promise<CandleMarks> {
  const store = openCandleStore(home);
  const marks: CandleMarks = { series: 0, synthetic: 0, newestAt: null, damaged: [] };
  for (const name of await store.names()) {
    if (name.timeframe === "funding") continue;
    try {
      const info = store.info(name);
      if (info === null) continue;
      marks.series += 1;
      if (info.synthetic) marks.synthetic += 1;
      if (info.lastMs > (marks.newestAt ?? -Infinity)) marks.newestAt = info.lastMs;
    } catch (error) {
      if (!(error instanceof SixbtcError) || error.code !== "data.damaged") throw error;
      marks.damaged.push(error.message);
    }
  }
  return marks;
}

/** How a person is told that candles are synthetic; null: none is. */
export function syntheticMark({ series, synthetic }: CandleMarks): string | null {
  if (synthetic === 0) return null;
  return synthetic === series ? "SYNTHETIC CANDLES" : `${synthetic} OF ${series} CANDLE SERIES ARE SYNTHETIC`;
}
