// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0270",
  timeframe: "1h",
  direction: "long",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 3; i < c.length + 500; i++) if (c.close[i] > c.close[i - 3] * 1.02) long[i] = 1;
    return { enterLong: long };
  },
});
