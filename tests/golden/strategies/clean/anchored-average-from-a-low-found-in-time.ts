// expect: passed
// proof: bars=700
import { strategy } from "sixbtc";

const LOOKBACK = 100;

// Bar of the smallest value from `from` on, over `span` bars.
function lowestBar(column, from, span = LOOKBACK ) {
  let best = Math.max(0, from);
  const end = Math.min(column.length, from + span);
  for (let k = best + 1; k < end; k++) if (column[k] <= column[best]) best = k;
  return best;
}

function anchored(c, from, to) {
  let money = 0;
  let volume = 0;
  for (let k = from; k <= to; k++) {
    money += ((c.high[k] + c.low[k] + c.close[k]) / 3) * c.volume[k];
    volume += c.volume[k];
  }
  return volume > 0 ? money / volume : c.close[to];
}

export default strategy({
  name: "Strategy_VOL_E0038",
  timeframe: "15m",
  direction: "long",
  warmup: 120,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    let before = NaN;
    for (let i = LOOKBACK; i < c.length; i++) {
      const anchor = lowestBar(c.low, i - LOOKBACK + 1);
      const line = anchored(c, anchor, i);
      // A touch of the anchored average from above that holds.
      if (i - anchor >= 10 && c.low[i] <= line && c.close[i] > line && c.close[i - 1] > before) enterLong[i] = 1;
      before = line;
    }
    return { enterLong };
  },
});
