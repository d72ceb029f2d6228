// expect: passed
// proof: bars=600
// proof: bars=400 seed=2 jump=0.01 jumpSize=0.1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0152",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const shock = ta.lt(ta.pctChange(c.close, 1), -0.03);
    const since = ta.barsSince(shock);
    const mod = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) mod[i] = since[i] % 10;
    return { enterLong: ta.and(ta.eq(mod, 4), ta.gt(since, 20)) };
  },
});
