// expect: passed
import { strategy } from "sixbtc";

const isSane = (c, i) => i >= c.length || (c.high[i] >= c.low[i] && c.close[i] > 0 && c.time[i] % 60000 === 0);

export default strategy({
  name: "Strategy_REV_C0260",
  timeframe: "1h",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) if (isSane(c, i + 1) && c.close[i] < c.close[i - 5] * 0.975) long[i] = 1;
    return { enterLong: long };
  },
});
