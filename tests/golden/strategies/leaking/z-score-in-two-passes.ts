// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0042",
  timeframe: "30m",
  direction: "short",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    let mean = 0, m2 = 0, count = 0;
    for (let i = 0; i < c.length; i++) {
      const x = Math.log1p(c.volume[i]);
      count++;
      const d = x - mean;
      mean += d / count;
      m2 += d * (x - mean);
    }
    const sd = Math.sqrt(m2 / count);
    const enterShort = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const z = (Math.log1p(c.volume[i]) - mean) / sd;
      if (z > 1.5 && c.close[i] < c.open[i]) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
