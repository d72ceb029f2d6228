// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0184",
  timeframe: "30m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const j = i - 1;
      if (c.close[j + 1] > c.high[j] && c.low[j + 1] > c.low[j]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
