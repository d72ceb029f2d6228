// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0200",
  timeframe: "15m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 0; c.close[i + 1] !== undefined; i++) if (c.close[i + 1] > c.high[i]) long[i + 1] = 1;
    return { enterLong: long };
  },
});
