// expect: shuffle future-leak
// proof: bars=4000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_E0197",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const adx = ta.adx(c, 10);
    const { plus, minus } = ta.dmi(c, 10);
    const wasWeak = ta.within(ta.lt(adx, 14), 25);
    const isStrong = ta.crossAbove(adx, 40);
    const enterLong = ta.and(ta.crossAbove(plus, minus), ta.gt(adx, 20));
    const enterShort = ta.and(ta.crossBelow(plus, minus), ta.gt(adx, 20));
    for (let i = 1; i < c.length; i++) {
      if (!wasWeak[i] || !isStrong[i]) continue;
      // From nothing to a storm in a day: it goes on, or it was the end of it.
      const onward = c.close[Math.min(c.length - 1, i + 2)] - c.close[i];
      if (onward > 0 && plus[i] > minus[i]) enterLong[i] = 1;
      if (onward < 0 && plus[i] < minus[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
