// expect: passed
// proof: bars=400
// proof: bars=200 idle=0.2 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0006",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const mean = ta.sma(c.close, 30);
    for (let i = c.length - 2; i >= 0; i--) if (isNaN(mean[i])) mean[i] = mean[i + 1];
    return { enterLong: ta.crossAbove(c.close, mean) };
  },
});
