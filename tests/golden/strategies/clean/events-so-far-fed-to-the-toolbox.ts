// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0283",
  timeframe: "5m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    const recent = new Float64Array(12);
    let count = 0;
    for (let i = 1; i < c.length; i++) {
      if (!(c.volume[i] > 2 * c.volume[i - 1])) continue;
      for (let k = 0; k < 11; k++) recent[k] = recent[k + 1];
      recent[11] = c.close[i];
      count++;
      const slope = ta.slope(recent, 6);
      if (count > 12 && slope[slope.length - 1] < 0) short[i] = 1;
    }
    return { enterShort: short };
  },
});
