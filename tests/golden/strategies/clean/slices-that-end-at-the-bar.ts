// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0052",
  timeframe: "30m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 12; i < c.length; i++) {
      const mean = c.close.slice(i - 11, i + 1).reduce((sum, price) => sum + price, 0) / 12;
      const highs = c.high.slice(i - 11, i + 1);
      if (highs.indexOf(Math.max(...highs)) === 11 && c.close[i] > mean) long[i] = 1;
      if (c.low.slice(i - 5, i).every((low) => low > c.close[i])) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
