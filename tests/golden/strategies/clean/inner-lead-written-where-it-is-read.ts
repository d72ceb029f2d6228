// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0229",
  timeframe: "15m",
  direction: "both",
  warmup: 4,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (c.volume[i] < 2500) continue;
      for (let k = 1; k <= 4; k++) {
        if (c.close[i + k] > c.high[i] * 1.005) long[i + k] = 1;
        if (c.close[i + k] < c.low[i] * 0.995) short[i + k] = 1;
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
