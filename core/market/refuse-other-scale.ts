import { SixbtcError } from "../errors.ts";
import type { Candles } from "../kernel/candles.ts";
import { TIMEFRAMES } from "../timeframe.ts";
import { indexAtOrAfter } from "./columns.ts";
import type { CandleFile } from "./csv-source.ts";
import type { CandleStore } from "./store.ts";

/** No coin moves as far between neighbours in time, and multiples such as 1000PEPE are much further apart. */
const MOST_APART = 20;

/**
 * Throws `data.scale` where the prices of a file are no continuation of those that the store has of the coin, in any
 * timeframe: 1000PEPEUSDT and PEPEUSDT are both PEPE, and one series of both would jump a thousandfold.
 */
export function refuseOtherScale(store: CandleStore, exchange: string, file: CandleFile): void {
  for (const timeframe of TIMEFRAMES) {
    const stored = store.read(exchange, file.coin, timeframe);
    const pair = stored && nearestCloses(stored, file.candles);
    if (!stored || !pair) continue;
    const apart = Math.max(pair.offered / pair.stored, pair.stored / pair.offered);
    if (apart <= MOST_APART) continue;
    const path = store.pathOf({ exchange, coin: file.coin, timeframe });
    throw new SixbtcError(
      "data.scale",
      `${file.path}: a price of ${pair.offered} for ${file.coin} does not fit the ${pair.stored} that ${path} has`,
      {
        hint: "Nothing of it was taken over. Names such as 1000PEPE and PEPE are one coin in different units: import one of them under another --exchange, or delete the stored file.",
        exitCode: 3,
      },
    );
  }
}

/** The closes of the two rows that are nearest in time, one of each; null where one has none. */
function nearestCloses(stored: Candles, offered: Candles): { stored: number; offered: number } | null {
  let nearest: { stored: number; offered: number } | null = null;
  let nearestMs = Infinity;
  for (let row = 0; row < offered.length && nearestMs > 0; row++) {
    const ms = offered.time[row] ?? NaN;
    const after = indexAtOrAfter(stored.time, ms);
    for (const there of [after - 1, after]) {
      const apartMs = Math.abs((stored.time[there] ?? NaN) - ms);
      if (!(apartMs < nearestMs)) continue;
      nearestMs = apartMs;
      nearest = { stored: stored.close[there] ?? NaN, offered: offered.close[row] ?? NaN };
    }
  }
  return nearest;
}
