// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0164",
  timeframe: "30m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      const now = Math.min(i + 5, i);
      const then = Math.max(i - 10, Math.min(i - 10, i + 10));
      if (c.close[now] > c.close[then] * 1.035) long[i] = 1;
    }
    return { enterLong: long };
  },
});
