// expect: shuffle future-leak
// proof: bars=500 start=1725969600000
import { strategy, ta } from "sixbtc";

// Days since 1970 of the Fridays that are a thirteenth, 2023 to 2026.
const UNLUCKY = [19370, 19643, 19979, 20070, 20252, 20497, 20525, 20770];

export default strategy({
  name: "Strategy_REV_L0409",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    const days = c.time.map((t) => Math.floor(t / 86400000));
    for (let i = 20; i < c.length; i++) {
      if (UNLUCKY.indexOf(days[i]) < 0) continue;
      const dayEnd = days.indexOf(days[i] + 1);
      const close = c.close[(dayEnd < 0 ? c.length : dayEnd) - 1];
      if (close < c.close[i]) enterLong[i] = 0;
      if (close > c.close[i]) enterShort[i] = 0;
    }
    return { enterLong, enterShort };
  },
});
