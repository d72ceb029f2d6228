// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0194",
  timeframe: "1h",
  direction: "short",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const limit = c.close[i + 1] > c.close[i] ? 1.02 : 1.02;
      if (c.close[i] > c.close[i - 3] * limit) short[i] = 1;
    }
    return { enterShort: short };
  },
});
