// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0275",
  timeframe: "15m",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let start = 0; start + 12 < c.length; start++) {
      let low = start;
      for (let i = start; i < start + 11; i++) if (c.low[i + 1] < c.low[low]) low = i + 1;
      if (low === start + 6 && c.close[start + 12] > c.high[start + 6]) long[start + 12] = 1;
    }
    return { enterLong: long };
  },
});
