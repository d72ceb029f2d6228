// expect: passed
// proof: bars=500 gap=0.02
// proof: bars=400
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0203",
  timeframe: "1h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const DAY = 86_400_000;
    const long = new Uint8Array(c.length);
    let from = 0;
    let yesterday = NaN;
    while (from < c.length) {
      let to = from;
      let high = c.high[from];
      while (Math.floor(c.time[to + 1] / DAY) === Math.floor(c.time[from] / DAY)) {
        to++;
        high = Math.max(high, c.high[to]);
      }
      for (let k = from; k <= to; k++) if (c.close[k] > yesterday) long[k] = 1;
      yesterday = high;
      from = to + 1;
    }
    return { enterLong: long };
  },
});
