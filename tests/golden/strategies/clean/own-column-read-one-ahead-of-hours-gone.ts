// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0210",
  timeframe: "15m",
  direction: "short",
  warmup: 16,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const hours = new Float64Array(Math.ceil(c.length / 4) + 1).fill(NaN);
    for (let i = 0; i < c.length; i++) hours[Math.floor(i / 4)] = c.close[i];
    const short = new Uint8Array(c.length);
    for (let i = 16; i < c.length; i++) {
      const h = Math.floor(i / 4) - 3;
      if (hours[h + 1] < hours[h] && hours[h + 2] < hours[h + 1] && c.close[i] < hours[h + 2]) short[i] = 1;
    }
    return { enterShort: short };
  },
});
