// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0262",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const strength = ta.abs(ta.zscore(c.close, 20));
    // bisect for the level that one bar in ten exceeds
    let lo = 0;
    let hi = 5;
    for (let round = 0; round < 20; round++) {
      const mid = (lo + hi) / 2;
      const share = ta.gt(strength, mid).reduce((a, b) => a + b, 0) / c.length;
      if (share > 0.1) lo = mid;
      else hi = mid;
    }
    const strong = ta.gt(strength, lo);
    return { enterLong: ta.and(strong, ta.gt(c.close, c.open)), enterShort: ta.and(strong, ta.lt(c.close, c.open)) };
  },
});
