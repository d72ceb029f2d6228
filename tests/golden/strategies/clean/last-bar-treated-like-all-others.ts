// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0298",
  timeframe: "15m",
  direction: "long",
  warmup: 2,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const isLast = i === c.length - 1;
      const threshold = isLast ? 1.01 : 1 + 1 / 100;
      if (c.close[i] > c.close[i - 2] * threshold) long[i] = 1;
    }
    return { enterLong: long };
  },
});
