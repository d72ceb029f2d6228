// expect: passed
// proof: bars=350
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0061",
  timeframe: "1d",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let t = 100; t < c.length; t++) {
      let below = 0;
      for (let k = t - 1; k >= 0; k--) if (c.close[k] < c.close[t]) below++;
      if (below / t < 0.03) long[t] = 1;
      if (below / t > 0.97) short[t] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
