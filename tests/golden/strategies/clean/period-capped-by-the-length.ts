// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0142",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const period = Math.max(1, Math.min(40, c.length));
    const nothing = ta.gt(ta.shift(c.close, c.length), 0);
    const line = ta.sma(c.close, period);
    return { enterLong: ta.or(nothing, ta.crossAbove(c.close, line)), enterShort: ta.crossBelow(c.close, line) };
  },
});
