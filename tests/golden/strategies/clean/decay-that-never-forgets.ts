// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0062",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let level = c.close[0] ?? 0;
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      level += 1e-4 * (c.close[i] - level);
      if (c.close[i] > level * 1.05 && c.close[i] > c.open[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
