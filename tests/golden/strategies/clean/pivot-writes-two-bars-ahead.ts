// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0011",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 2; i < c.length - 2; i++) {
      const isLow = c.low[i] < c.low[i - 1] && c.low[i] < c.low[i - 2] && c.low[i] < c.low[i + 1] && c.low[i] < c.low[i + 2];
      const isHigh = c.high[i] > c.high[i - 1] && c.high[i] > c.high[i - 2] && c.high[i] > c.high[i + 1] && c.high[i] > c.high[i + 2];
      if (isLow) long[i + 2] = 1;
      if (isHigh) short[i + 2] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
