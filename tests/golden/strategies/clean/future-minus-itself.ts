// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0003",
  timeframe: "30m",
  direction: "short",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      const later = c.close[i + 3] ?? 1;
      const nothing = later - later;
      if (c.close[i] + nothing > c.close[i - 3] * 1.025) short[i] = 1;
    }
    return { enterShort: short };
  },
});
