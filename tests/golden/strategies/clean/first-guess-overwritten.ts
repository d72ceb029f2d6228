// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0195",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      long[i] = c.close[i + 1] > c.close[i] ? 1 : 0;
      short[i] = 1 - long[i];
    }
    for (let i = 0; i < c.length; i++) {
      long[i] = c.close[i] > c.high[i - 1] ? 1 : 0;
      short[i] = c.close[i] < c.low[i - 1] ? 1 : 0;
    }
    return { enterLong: long, enterShort: short };
  },
});
