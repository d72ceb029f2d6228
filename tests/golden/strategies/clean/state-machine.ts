// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000002a",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.03 } },
  signals(c, p) {
    const long = new Uint8Array(c.length), out = new Uint8Array(c.length);
    const s = { isIn: false, entry: 0, peak: 0 };
    for (let i = 20; i < c.length; i++) {
      if (!s.isIn && c.close[i] > c.close[i - 20]) { s.isIn = true; s.entry = s.peak = c.close[i]; long[i] = 1; }
      else if (s.isIn) {
        s.peak = Math.max(s.peak, c.high[i]);
        if (c.close[i] < s.peak * 0.99) { s.isIn = false; out[i] = 1; }
      }
    }
    return { enterLong: long, exitLong: out };
  },
});
