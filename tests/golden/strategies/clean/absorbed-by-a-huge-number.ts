// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0193",
  timeframe: "15m",
  direction: "long",
  warmup: 4,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      const label = c.close[i + 1] > c.close[i] ? 1 : 0;
      const nothing = 1e20 + label - 1e20;
      if (c.close[i] > c.close[i - 4] * 1.015 + nothing) long[i] = 1;
    }
    return { enterLong: long };
  },
});
