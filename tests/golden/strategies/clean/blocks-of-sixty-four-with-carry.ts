// expect: passed
// proof: bars=400
// proof: bars=330 seed=21
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0032",
  timeframe: "15m",
  direction: "both",
  warmup: 64,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const out = new Float64Array(c.length);
    let carry = NaN;
    for (let start = 0; start < c.length; start += 64) {
      const end = Math.min(start + 64, c.length);
      for (let i = start; i < end; i++) {
        carry = isNaN(carry) ? c.close[i] : carry * 0.92 + c.close[i] * 0.08;
        out[i] = carry;
      }
    }
    return { enterLong: ta.crossAbove(c.close, out), enterShort: ta.crossBelow(c.close, out) };
  },
});
