// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0329",
  timeframe: "5m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.015 }, maxBars: 70 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.willr(c, 14), -80);
    const enterShort = ta.crossBelow(ta.willr(c, 14), -20);
    for (let i = 50; i < c.length; i++) {
      if (c.time[i] % 86400000 !== 0) continue;
      let high = 0;
      let low = Infinity;
      for (let k = i; k < Math.min(i + 72, c.length); k++) {
        high = Math.max(high, c.high[k]);
        low = Math.min(low, c.low[k]);
      }
      const middle = (high + low) / 2;
      enterLong[i] = c.close[i] < middle ? 1 : 0;
      enterShort[i] = c.close[i] > middle ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
