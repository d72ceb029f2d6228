// expect: passed
// proof: bars=900 jump=0.01 jumpSize=0.08
// proof: bars=700 jump=0.02 jumpSize=0.08 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0156",
  timeframe: "1h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const crash = ta.lt(ta.pctChange(c.close, 3), -0.15);
    const long = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) if (crash[i] && !crash[i - 1] && c.volume[i] > 0) long[i] = 1;
    return { enterLong: long };
  },
});
