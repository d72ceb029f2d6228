// expect: passed
// proof: bars=400 gap=0.1
// proof: bars=300 seed=2
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0166",
  timeframe: "1h",
  direction: "long",
  warmup: 24,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const DAY = 86_400_000;
    let tail = 0;
    let sum = 0;
    const long = new Uint8Array(c.length);
    for (let head = 0; head < c.length; head++) {
      sum += Math.round(c.volume[head]);
      while (c.time[head] - c.time[tail] >= DAY) sum -= Math.round(c.volume[tail++]);
      const mean = sum / (head - tail + 1);
      if (c.volume[head] > 3 * mean && c.close[head] > c.open[head]) long[head] = 1;
    }
    return { enterLong: long };
  },
});
