// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0003",
  timeframe: "30m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 10 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const partner = i ^ 1; // the other half of the pair
      if (c.close[partner] > c.close[i] * 1.004) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
