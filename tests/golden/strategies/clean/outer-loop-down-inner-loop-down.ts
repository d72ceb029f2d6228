// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0091",
  timeframe: "2h",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let t = c.length - 1; t >= 15; t--) {
      let falls = 0;
      for (let k = t; k > t - 15; k--) falls += c.close[k] < c.close[k - 1] ? 1 : 0;
      if (falls >= 10) long[t] = 1;
    }
    return { enterLong: long };
  },
});
