// expect: passed
// proof: bars=420
// proof: bars=400 gap=0.02 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0147",
  timeframe: "1h",
  direction: "both",
  warmup: 200,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const day = ta.resample(c, "1d");
    const four = ta.resample(c, "4h");
    const isWide = ta.gt(ta.atr(four, 5), 0);
    return {
      enterLong: ta.and(isWide, ta.crossAbove(c.close, day.high)),
      enterShort: ta.and(isWide, ta.crossBelow(c.close, day.low)),
    };
  },
});
