// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0237",
  timeframe: "30m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (!(c.volume[i] > 2500)) continue;
      const top = c.high[i + 1];
      const bottom = c.low[i + 1];
      for (let j = i + 2; j < i + 10 && j < c.length; j++) {
        if (c.close[j] > top) long[j] = 1;
        if (c.close[j] < bottom) short[j] = 1;
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
