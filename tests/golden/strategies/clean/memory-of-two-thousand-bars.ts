// expect: passed
// proof: bars=2350
// proof: bars=2300 seed=2 drift=0.0005
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0150",
  timeframe: "15m",
  direction: "both",
  warmup: 2100,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const slow = ta.ema(c.close, 2000);
    return {
      enterLong: ta.and(ta.gt(c.close, slow), ta.crossAbove(c.close, ta.sma(c.close, 10))),
      enterShort: ta.and(ta.lt(c.close, slow), ta.crossBelow(c.close, ta.sma(c.close, 10))),
    };
  },
});
