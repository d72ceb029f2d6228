// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0343",
  timeframe: "30m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 3 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const support = ta.shift(ta.lowest(c.low, 50), 1);
    const enterLong = ta.and(ta.hammer(c), ta.lt(c.low, support));
    for (let i = 60; i < c.length; i++) {
      const broke = c.close[i] < support[i] && c.close[i - 1] >= support[i - 1];
      const { close: later = 0 } = { close: c.close[i + 1] };
      if (broke && later > support[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
