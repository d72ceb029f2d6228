// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.3 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0016",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const upsFrom = new Float64Array(c.length + 1);
    for (let i = c.length - 1; i >= 0; i--) upsFrom[i] = upsFrom[i + 1] + (c.close[i] > c.open[i] ? 1 : 0);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 9; i < c.length; i++) {
      const ups = upsFrom[i - 9] - upsFrom[i + 1];
      if (ups >= 7) long[i] = 1;
      if (ups <= 2) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
