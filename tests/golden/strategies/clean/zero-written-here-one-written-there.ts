// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0223",
  timeframe: "5m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (c.close[i + 1] > c.high[i] && c.close[i + 1] > c.open[i + 1]) long[i + 1] = 1;
      else if (c.close[i] <= c.open[i]) long[i] = 0;
    }
    return { enterLong: long };
  },
});
