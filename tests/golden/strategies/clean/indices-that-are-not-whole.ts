// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0269",
  timeframe: "15m",
  direction: "long",
  warmup: 4,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      const none = c.close[i + 0.5] ?? c.close[NaN] ?? c.close[-1] ?? c.close[1e9];
      const half = c.close[Math.round(i - 1.5)];
      if (none === undefined && c.close[i] > half * 1.012) long[i] = 1;
      long[i + 0.5] = 1;
    }
    return { enterLong: long };
  },
});
