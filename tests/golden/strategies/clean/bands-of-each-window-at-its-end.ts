// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0276",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const part = c.close.slice(i - 29, i + 1);
      const { upper, lower } = ta.bbands(part, 20, 2);
      if (part[part.length - 1] < lower[lower.length - 1]) long[i] = 1;
      if (part[29] > upper[29]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
