// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0274",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let t = 10; t < c.length; t++) {
      const i = t - 10;
      const first = c.close[i + 5] / c.close[i] - 1;
      const second = c.close[i + 10] / c.close[i + 5] - 1;
      if (first < -0.01 && second > 0.01) long[t] = 1;
      if (first > 0.01 && second < -0.01) short[t] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
