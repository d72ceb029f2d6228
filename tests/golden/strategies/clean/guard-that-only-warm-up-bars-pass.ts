// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0236",
  timeframe: "1h",
  direction: "long",
  warmup: 100,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    let best = 0;
    for (let i = 0; i < c.length; i++) {
      if (i < 90) best = Math.max(best, c.high[i + 5] / c.close[i] - 1);
      else if (c.close[i] / c.close[i - 5] - 1 > best * 0.5) long[i] = 1;
    }
    return { enterLong: long };
  },
});
