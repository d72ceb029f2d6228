// expect: passed
// proof: bars=400 idle=0.3
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0094",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let worst = NaN;
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const share = (c.close[i] - c.low[i]) / (c.high[i] - c.low[i]);
      worst = Math.min(worst || 1, share || 1);
      if (share < 0.1 && worst < 0.05) long[i] = 1;
      if (i % 24 === 0) worst = 0 / 0;
    }
    return { enterLong: long };
  },
});
