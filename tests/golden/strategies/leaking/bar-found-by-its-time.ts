// expect: shuffle future-leak
import { strategy } from "sixbtc";

/** Index of the last bar that opened at or before `when`. */
function barAt(time, when) {
  let lo = 0;
  let hi = time.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >>> 1;
    if (time[mid] <= when) lo = mid;
    else hi = mid - 1;
  }
  return lo;
}

export default strategy({
  name: "Strategy_TRD_L0257",
  timeframe: "15m",
  direction: "both",
  warmup: 16,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 16 },
  params: { hours: 4 },
  signals(c, p) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    // the end of the four-hour candle which this bar belongs to
    const span = p.hours * 3600000;
    for (let i = 16; i < c.length; i++) {
      const end = barAt(c.time, Math.ceil((c.time[i] + 1) / span) * span - 1);
      const begin = barAt(c.time, Math.floor(c.time[i] / span) * span);
      if (c.close[end] > c.open[begin] * 1.01) enterLong[i] = 1;
      if (c.close[end] < c.open[begin] * 0.99) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
