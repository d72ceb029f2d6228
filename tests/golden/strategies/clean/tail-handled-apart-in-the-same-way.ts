// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0299",
  timeframe: "30m",
  direction: "long",
  warmup: 4,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const test = (i) => c.volume[i] > c.volume[i - 1] + c.volume[i - 2] && c.close[i] > c.close[i - 4];
    for (let i = 4; i < c.length - 4; i++) {
      const later = c.close[i + 4];
      if (test(i) && later !== -1) long[i] = 1;
    }
    for (let i = Math.max(4, c.length - 4); i < c.length; i++) if (test(i)) long[i] = 1;
    return { enterLong: long };
  },
});
