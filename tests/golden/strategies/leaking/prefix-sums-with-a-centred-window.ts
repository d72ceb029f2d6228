// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0253",
  timeframe: "5m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 12 },
  signals(c) {
    const s = [0];
    for (const v of c.close) s.push(s[s.length - 1] + v);
    const half = 12;
    const mean = c.close.map((_, i) => {
      const lo = Math.max(0, i - half);
      const hi = Math.min(c.length, i + half + 1);
      return (s[hi] - s[lo]) / (hi - lo);
    });
    const ratio = ta.div(c.close, mean);
    return { enterLong: ta.crossBelow(ratio, 0.99), enterShort: ta.crossAbove(ratio, 1.01) };
  },
});
