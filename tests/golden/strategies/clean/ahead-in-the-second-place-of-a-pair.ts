// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0190",
  timeframe: "1h",
  direction: "both",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const pair = [c.close[i] / c.close[i - 3], c.close[i + 3] / c.close[i]];
      if (pair[0] > 1.02) long[i] = 1;
      if (pair[0] < 0.98) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
