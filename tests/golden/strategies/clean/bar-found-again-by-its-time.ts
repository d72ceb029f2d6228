// expect: passed
// proof: bars=400
// proof: bars=300 gap=0.03 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0140",
  timeframe: "4h",
  direction: "short",
  warmup: 1,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let t = 1; t < c.length; t++) {
      const from = Math.max(0, t - 12);
      const found = c.time.slice(from, t + 20).indexOf(c.time[t] - 86_400_000);
      if (found >= 0 && c.close[t] < c.low[from + found] * 0.98) short[t] = 1;
    }
    return { enterShort: short };
  },
});
