// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.05 jumpSize=0.2 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0192",
  timeframe: "30m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 12; i < c.length; i++) {
      const next = c.close[i + 1] ?? 0;
      const price = Math.max(c.close[i], Math.min(c.close[i], next));
      if (price > c.high[i - 12]) long[i] = 1;
      if (price < c.low[i - 12]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
