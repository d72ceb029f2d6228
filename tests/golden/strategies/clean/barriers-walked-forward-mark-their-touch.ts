// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0239",
  timeframe: "1h",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i += 3) {
      const upper = c.close[i] * 1.03;
      const lower = c.close[i] * 0.97;
      for (let ahead = 1; ahead <= 12; ahead++) {
        const t = i + ahead;
        if (t >= c.length) break;
        if (c.high[t] > upper) short[t] = 1;
        else if (c.low[t] < lower) long[t] = 1;
        else continue;
        break;
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
