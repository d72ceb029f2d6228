// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000020",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length - 1; i++) {
      if (c.close[i + 1] > c.close[i] * 1.002) long[i + 1] = 1;
    }
    return { enterLong: long };
  },
});
