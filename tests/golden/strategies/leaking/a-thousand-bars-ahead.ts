// expect: shuffle future-leak
// proof: bars=2400 drift=-0.0008 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0132",
  timeframe: "1h",
  direction: "short",
  warmup: 1000,
  exits: { stop: { kind: "percent", value: 0.15 }, maxBars: 1000 },
  signals(c) {
    const sma = ta.sma(c.close, 1000);
    const enterShort = new Uint8Array(c.length);
    for (let end = 2000; end < c.length; end++) {
      const start = end - 1000;
      if (sma[end] < sma[start] && c.close[start] < sma[start]) enterShort[start] = 1;
    }
    return { enterShort };
  },
});
