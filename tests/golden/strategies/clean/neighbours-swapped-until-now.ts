// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0209",
  timeframe: "15m",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 12; t < c.length; t++) {
      const part = c.close.slice(t - 11, t + 1);
      for (let end = part.length - 1; end > 0; end--) {
        for (let k = 0; k < end; k++) {
          if (part[k] <= part[k + 1]) continue;
          const kept = part[k + 1];
          part[k + 1] = part[k];
          part[k] = kept;
        }
      }
      if (c.close[t] <= part[0] && part[11] > part[0] * 1.02) long[t] = 1;
    }
    return { enterLong: long };
  },
});
