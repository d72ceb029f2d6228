// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.05 jumpSize=0.3 seed=3
import { strategy, ta } from "sixbtc";

const KERNEL = [0.1, 0.2, 0.3, 0.4, 0, 0, 0];

export default strategy({
  name: "Strategy_TRD_C0086",
  timeframe: "15m",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const line = new Float64Array(c.length);
    for (let i = 3; i < c.length; i++) {
      let sum = 0;
      for (let k = 0; k < KERNEL.length; k++) sum += KERNEL[k] * (c.close[i + k - 3] ?? 0);
      line[i] = sum;
    }
    return { enterLong: ta.crossAbove(c.close, line), enterShort: ta.crossBelow(c.close, line) };
  },
});
