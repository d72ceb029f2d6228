// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0139",
  timeframe: "15m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) {
      const part = c.close.slice(i - 5, i + 50);
      if (part[5] < part[0] * 0.98 && part.indexOf(part[5]) === 5) long[i] = 1;
    }
    return { enterLong: long };
  },
});
