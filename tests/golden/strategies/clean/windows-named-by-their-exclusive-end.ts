// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0138",
  timeframe: "1h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let end = 20; end <= c.length; end++) {
      const part = c.close.slice(end - 20, end);
      const half = part.slice(10).reduce((sum, price) => sum + price, 0) / part.slice(0, 10).reduce((sum, price) => sum + price, 0);
      if (half > 1.02 && part[part.length - 1] > part[part.length - 2]) long[end - 1] = 1;
    }
    return { enterLong: long };
  },
});
