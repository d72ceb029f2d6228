// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0133",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const mask = ta.gt(c.close, ta.sma(c.close, 20));
    const edge = mask.slice();
    for (let i = edge.length - 1; i > 0; i--) edge[i] = edge[i] & ~edge[i - 1];
    return { enterLong: edge };
  },
});
