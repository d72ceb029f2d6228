// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0036",
  timeframe: "30m",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (c.close[i] > c.high[i - 1]) long[i + 3] = 1;
      if (c.close[i] < c.low[i - 1]) short[i + 3] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
