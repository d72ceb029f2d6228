// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0240",
  timeframe: "5m",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) {
      if (c.close[i] < c.close[i - 5] * 1.015) continue;
      long[i] = 1;
      i += 10;
    }
    return { enterLong: long };
  },
});
