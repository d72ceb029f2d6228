// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy } from "sixbtc";

const SHAPE = [0, -0.3, -0.7, -1, -0.8, -0.3, 0.2];

export default strategy({
  name: "Strategy_CDL_C0171",
  timeframe: "30m",
  direction: "long",
  warmup: 12,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const n = SHAPE.length;
    const long = new Uint8Array(c.length);
    for (let t = 12; t < c.length; t++) {
      const part = c.close.slice(t - 9, t + 1);
      const low = Math.min(...part);
      const spread = part[0] - low;
      let before = new Float64Array(n + 1).fill(Infinity);
      before[0] = 0;
      for (const price of part) {
        const row = new Float64Array(n + 1).fill(Infinity);
        for (let k = 1; k <= n; k++) {
          const cost = Math.abs((price - part[0]) / spread - SHAPE[k - 1]);
          row[k] = cost + Math.min(before[k], row[k - 1], before[k - 1]);
        }
        before = row;
      }
      if (before[n] < 1.6) long[t] = 1;
    }
    return { enterLong: long };
  },
});
