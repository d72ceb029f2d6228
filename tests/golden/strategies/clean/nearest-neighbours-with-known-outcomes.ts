// expect: passed
// proof: bars=220
// proof: bars=200 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0127",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const at = (i, k) => c.close[i - k] / c.close[i - k - 1] - 1;
    const long = new Uint8Array(c.length);
    const from = (t) => Math.max(5, t - 150);
    for (let t = 60; t < c.length; t++) {
      let nearest = Infinity;
      let outcome = 0;
      for (let j = from(t); j + 3 <= t; j++) {
        let distance = 0;
        for (let k = 0; k < 4; k++) distance += Math.abs(at(t, k) - at(j, k));
        if (distance < nearest) {
          nearest = distance;
          outcome = c.close[j + 3] / c.close[j] - 1;
        }
      }
      if (outcome > 0.01) long[t] = 1;
    }
    return { enterLong: long };
  },
});
