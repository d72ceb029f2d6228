// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001b",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const at = Math.min(c.length - 1, Math.floor(i * 1.02));
      if (c.close[at] > c.close[i] * 1.005) long[i] = 1;
    }
    return { enterLong: long };
  },
});
