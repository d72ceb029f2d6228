// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0183",
  timeframe: "15m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let rises = false;
    let falls = false;
    for (let i = 0; i < c.length; i++) {
      if (rises) long[i] = 1;
      if (falls) short[i] = 1;
      rises = c.close[i + 1] > c.close[i] * 1.01;
      falls = c.close[i + 1] < c.close[i] * 0.99;
    }
    return { enterLong: long, enterShort: short };
  },
});
