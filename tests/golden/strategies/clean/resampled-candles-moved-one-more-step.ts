// expect: passed
// proof: bars=400
// proof: bars=400 start=1709253000000 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0148",
  timeframe: "30m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const hour = ta.resample(c, "4h");
    const before = ta.shift(hour.close, 8);
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) if (hour.close[i] > before[i] && hour.close[i - 1] <= before[i - 1]) long[i] = 1;
    return { enterLong: long };
  },
});
