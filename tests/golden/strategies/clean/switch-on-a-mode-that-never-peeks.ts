// expect: passed
import { strategy } from "sixbtc";

const MODE = "live";

export default strategy({
  name: "Strategy_MOM_C0233",
  timeframe: "15m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      let reference = NaN;
      switch (MODE) {
        case "study":
          reference = c.close[i + 1];
          break;
        case "live":
          reference = c.close[i - 10];
          break;
      }
      if (c.close[i] > reference * 1.03) long[i] = 1;
    }
    return { enterLong: long };
  },
});
