// expect: passed
// proof: bars=1200
// proof: bars=2500 seed=2
// proof: bars=2500 seed=3
// proof: bars=2500 seed=4
// proof: bars=2500 seed=5
// proof: bars=2500 seed=6
// proof: bars=2500 seed=7
import { strategy, ta } from "sixbtc";

// Every twentieth signal the rule is reviewed: is a usual signal of its history stronger than this one?
function medianOf(values) {
  const out = [];
  for (const v of values) {
    out.push(v);
    for (let k = out.length - 1; k > 0 && out[k - 1] > out[k]; k--) {
      const swap = out[k];
      out[k] = out[k - 1];
      out[k - 1] = swap;
    }
  }
  return out[Math.floor(out.length / 2)];
}

export default strategy({
  name: "Strategy_MOM_E0227",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const signal = ta.crossAbove(ta.ema(c.close, 6), ta.ema(c.close, 20));
    const strength = ta.zscore(c.volume, 30);
    const bars = [];
    for (let i = 60; i < c.length; i++) if (signal[i]) bars.push(i);
    const enterLong = new Uint8Array(c.length);
    let count = 0;
    for (const bar of bars) {
      count++;
      if (count % 20 !== 0) {
        enterLong[bar] = 1;
        continue;
      }
      const grades = bars.map((k) => strength[k]);
      if (strength[bar] >= medianOf(grades)) enterLong[bar] = 1;
    }
    return { enterLong };
  },
});
