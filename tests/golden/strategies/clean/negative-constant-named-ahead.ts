// expect: passed
import { strategy } from "sixbtc";

const AHEAD = -3;

export default strategy({
  name: "Strategy_MOM_C0013",
  timeframe: "5m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const reference = c.close[i + AHEAD];
      if (c.close[i] > reference * 1.02) long[i] = 1;
      if (c.close[i] < reference * 0.98) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
