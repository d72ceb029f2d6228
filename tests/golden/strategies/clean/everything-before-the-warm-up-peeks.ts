// expect: passed
// proof: bars=420
// proof: bars=400 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0124",
  timeframe: "1h",
  direction: "long",
  warmup: 200,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (i < 200) long[i] = (c.close[i + 50] ?? c.close[c.length - 1]) > c.close[i] ? 1 : 0;
      else long[i] = c.close[i] < c.close[i - 10] * 0.97 ? 1 : 0;
    }
    return { enterLong: long };
  },
});
