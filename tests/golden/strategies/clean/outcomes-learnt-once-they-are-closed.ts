// expect: passed
// proof: bars=500
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0010",
  timeframe: "1h",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const outcome = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) outcome[i] = c.close[i + 6] / c.close[i] - 1;
    const sum = new Float64Array(24);
    const count = new Float64Array(24);
    const long = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) {
      const learnt = Math.floor(c.time[i - 6] / 3600000) % 24;
      sum[learnt] += outcome[i - 6];
      count[learnt] += 1;
      const hour = Math.floor(c.time[i] / 3600000) % 24;
      if (count[hour] > 1 && sum[hour] / count[hour] > 0.004) long[i] = 1;
    }
    return { enterLong: long };
  },
});
