// expect: passed
// proof: bars=400
// proof: bars=200 jump=0.1 jumpSize=0.2 seed=6
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0059",
  timeframe: "2h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let count = 0;
    let mean = 0;
    let squares = 0;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (const price of c.close) {
      count++;
      const delta = price - mean;
      mean += delta / count;
      squares += delta * (price - mean);
      const score = (price - mean) / Math.sqrt(squares / count);
      if (score < -1.5) long[count - 1] = 1;
      if (score > 1.5) short[count - 1] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
