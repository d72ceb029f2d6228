// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const dayOf = (t) => Math.floor(t / DAY);

function endOfDay(c, i) {
  let k = i;
  while (k + 1 < c.length && dayOf(c.time[k + 1]) === dayOf(c.time[i])) k++;
  return k;
}

export default strategy({
  name: "Strategy_TRD_E0167",
  timeframe: "15m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const signal = ta.crossAbove(ta.ema(c.close, 5), ta.ema(c.close, 14));
    const atr = ta.atr(c, 14);
    const enterLong = new Uint8Array(c.length);
    let stops = 0;
    let entry = NaN;
    let level = NaN;
    for (let i = 1; i < c.length; i++) {
      if (dayOf(c.time[i]) !== dayOf(c.time[i - 1])) stops = 0;
      if (!Number.isNaN(entry) && c.low[i] < level) {
        stops++;
        entry = NaN;
      } else if (!Number.isNaN(entry) && c.close[i] > entry + 2 * atr[i]) {
        entry = NaN;
      }
      if (!signal[i]) continue;
      // Three stops are enough, unless the day comes back.
      if (stops >= 3 && c.close[endOfDay(c, i)] <= c.close[i]) continue;
      enterLong[i] = 1;
      entry = c.close[i];
      level = entry - atr[i];
    }
    return { enterLong };
  },
});
