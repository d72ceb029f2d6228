// expect: passed
// proof: bars=400
// proof: bars=300 seed=2 jump=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0153",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const sar = ta.psar(c, 0.02, 0.2);
    const line = ta.superTrend(c, 10, 3);
    return {
      enterLong: ta.and(ta.crossAbove(c.close, sar), ta.gt(c.close, line)),
      enterShort: ta.and(ta.crossBelow(c.close, sar), ta.lt(c.close, line)),
    };
  },
});
