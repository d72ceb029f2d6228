// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0199",
  timeframe: "30m",
  direction: "both",
  warmup: 6,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  params: { weight: 0 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) {
      const label = (c.close[i + 2] ?? c.close[i]) / c.close[i] - 1;
      const score = c.close[i] / c.close[i - 6] - 1 + p.weight * label;
      if (score < -0.025) long[i] = 1;
      if (score > 0.025) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
