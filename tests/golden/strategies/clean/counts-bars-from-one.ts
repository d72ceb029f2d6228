// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0213",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let n = 2; n <= c.length; n++) {
      const { [0]: a, [1]: b } = c.close.slice(n - 2, n);
      if (b > a * 1.012) long[n - 1] = 1;
      if (b < a * 0.988) short[n - 1] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
