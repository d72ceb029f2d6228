// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0232",
  timeframe: "4h",
  direction: "long",
  warmup: 5,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = -5; i < c.length - 5; i++) {
      if (c.close[i + 5] > c.close[i + 2] && c.close[i + 2] > c.close[i]) long[i + 5] = 1;
    }
    return { enterLong: long };
  },
});
