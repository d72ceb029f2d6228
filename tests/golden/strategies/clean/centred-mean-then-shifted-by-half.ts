// expect: passed
// proof: bars=400
// proof: bars=250 jump=0.03 seed=11
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0008",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const half = 5;
    const centred = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      let sum = 0;
      for (let k = -half; k <= half; k++) sum += c.close[i + k];
      centred[i] = sum / (2 * half + 1);
    }
    const known = ta.shift(centred, half);
    return { enterLong: ta.crossAbove(c.close, known), enterShort: ta.crossBelow(c.close, known) };
  },
});
