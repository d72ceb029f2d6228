// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0227",
  timeframe: "30m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    c.close.map((price, i) => {
      if (c.open[i + 1] >= price && c.close[i + 1] > c.high[i]) long[i + 1] = 1;
      return price;
    });
    return { enterLong: long };
  },
});
