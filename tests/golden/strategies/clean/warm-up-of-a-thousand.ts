// expect: passed
// proof: bars=1250
// proof: bars=1250 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0122",
  timeframe: "15m",
  direction: "both",
  warmup: 1000,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    return {
      enterLong: ta.crossAbove(c.close, ta.ema(c.close, 500)),
      enterShort: ta.crossBelow(c.close, ta.ema(c.close, 200)),
    };
  },
});
