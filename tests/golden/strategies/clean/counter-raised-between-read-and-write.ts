// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0224",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let i = 0;
    while (i < c.length - 1) {
      const change = c.close[i + 1] / c.close[i] - 1;
      i++;
      if (change > 0.012) long[i] = 1;
      if (change < -0.012) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
