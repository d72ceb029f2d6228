// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0034",
  timeframe: "1h",
  direction: "short",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.04 } },
  signals(c) {
    const enterShort = new Uint8Array(c.length);
    for (let i = 24; i < c.length; i++) {
      if (c.high[i] < c.high[i - 1]) continue;
      let leftLow = c.low[i];
      let rightLow = c.low[i];
      for (let j = i - 1; j >= 0 && c.high[j] <= c.high[i]; j--) leftLow = Math.min(leftLow, c.low[j]);
      for (let j = i + 1; j < c.length && c.high[j] <= c.high[i]; j++) rightLow = Math.min(rightLow, c.low[j]);
      const prominence = c.high[i] - Math.max(leftLow, rightLow);
      if (prominence > 0.02 * c.high[i]) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
