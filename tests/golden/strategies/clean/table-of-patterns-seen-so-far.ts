// expect: passed
// proof: bars=500
// proof: bars=300 drift=0.001 seed=7
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0100",
  timeframe: "5m",
  direction: "long",
  warmup: 64,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const followed = new Float64Array(32);
    const seen = new Float64Array(32);
    const long = new Uint8Array(c.length);
    let pattern = 0;
    for (let i = 1; i < c.length; i++) {
      const isUp = c.close[i] > c.close[i - 1] ? 1 : 0;
      if (i > 5) {
        seen[pattern] += 1;
        followed[pattern] += isUp;
      }
      pattern = ((pattern << 1) | isUp) & 31;
      if (seen[pattern] >= 4 && followed[pattern] > 0.65 * seen[pattern]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
