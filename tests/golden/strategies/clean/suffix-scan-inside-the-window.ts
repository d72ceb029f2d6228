// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0089",
  timeframe: "5m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = 10; t < c.length; t++) {
      const suffix = new Float64Array(11);
      for (let k = 9; k >= 0; k--) suffix[k] = suffix[k + 1] + c.volume[t - 9 + k];
      if (suffix[7] > 0.6 * suffix[0] && c.close[t] > c.close[t - 3]) long[t] = 1;
    }
    return { enterLong: long };
  },
});
