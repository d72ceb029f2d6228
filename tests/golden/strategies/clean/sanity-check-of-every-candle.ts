// expect: passed
// proof: bars=300
// proof: bars=200 idle=0.3 gap=0.05 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0259",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    for (let i = 0; i < c.length; i++) {
      if (c.high[i] < c.low[i] || c.high[i] < c.close[i] || c.low[i] > c.open[i] || c.volume[i] < 0) return {};
      if (i > 0 && c.time[i] <= c.time[i - 1]) return {};
    }
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, 20)), enterShort: ta.crossBelow(c.close, ta.sma(c.close, 20)) };
  },
});
