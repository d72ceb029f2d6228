// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0136",
  timeframe: "5m",
  direction: "both",
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i + 1 < c.length; i++) {
      if (c.low[i + 1] > c.close[i] && c.close[i + 1] > c.open[i + 1]) long[i + 1] = 1;
      if (c.high[i + 1] <= c.open[i] && c.close[i + 1] < c.low[i]) short[i + 1] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
