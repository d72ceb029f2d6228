// expect: passed
// proof: bars=400 gap=0.05
// proof: bars=200 gap=0.3 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0071",
  timeframe: "1m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    let step = Infinity;
    for (let i = 1; i < c.length; i++) {
      const passed = c.time[i] - c.time[i - 1];
      if (passed > step && c.open[i] >= c.close[i - 1]) long[i] = 1;
      step = Math.min(step, passed);
    }
    return { enterLong: long };
  },
});
