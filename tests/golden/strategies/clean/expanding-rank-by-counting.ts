// expect: passed
// proof: bars=350
// proof: bars=250 jump=0.05 jumpSize=0.3 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0061",
  timeframe: "1d",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const counts = new Float64Array(600);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let t = 0; t < c.length; t++) {
      const bin = Math.max(0, Math.min(599, Math.floor(Math.log(c.close[t] / c.close[0]) * 60) + 300));
      let below = 0;
      for (let k = bin - 1; k >= 0; k--) below += counts[k];
      counts[bin]++;
      if (below / (t + 1) < 0.03) long[t] = 1;
      if (below / (t + 1) > 0.9) short[t] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
