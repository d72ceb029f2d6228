// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0248",
  timeframe: "15m",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const limits = { "very-high": 2.5, 'low': 0.4, 7: 1, "c.close[i + 1]": 0 };
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const ratio = c.volume[i] / c.volume[i - 1];
      if (ratio > limits["very-high"] && c.close[i] > c.close[i - limits[7]]) long[i] = 1;
      if (ratio < limits.low && c.close[i] < c.close[i - limits[3 + 4]] + limits["c.close[i + 1]"]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
