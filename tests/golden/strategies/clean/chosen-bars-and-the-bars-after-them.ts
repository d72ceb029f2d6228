// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0228",
  timeframe: "15m",
  direction: "long",
  warmup: 2,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const bars = [];
    for (let i = 1; i < c.length; i++) if (c.close[i] < c.close[i - 1] * 0.988) bars.push(i);
    const long = new Uint8Array(c.length);
    for (const i of bars) {
      if (c.close[i + 1] > c.open[i + 1] && i + 1 < c.length) long[i + 1] = 1;
    }
    return { enterLong: long };
  },
});
