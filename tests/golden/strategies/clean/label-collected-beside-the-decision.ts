// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0222",
  timeframe: "15m",
  direction: "long",
  warmup: 6,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const labels = [];
    let hits = 0;
    for (let i = 6; i < c.length; i++) {
      const label = c.close[i + 3] > c.close[i] ? 1 : 0;
      labels.push(label);
      hits += label;
      if (c.close[i] > c.close[i - 6] * 1.025) long[i] = 1;
    }
    const rate = hits / labels.length;
    return rate > 2 ? {} : { enterLong: long };
  },
});
