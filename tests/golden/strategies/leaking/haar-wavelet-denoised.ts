// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0206",
  timeframe: "5m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 40 },
  signals(c) {
    let level = c.close.slice(0);
    for (let size = 2; size <= 8; size *= 2) {
      const next = level.slice(0);
      for (let start = 0; start + size <= c.length; start += size) {
        const half = size / 2;
        const mean = (level[start] + level[start + half]) / 2;
        const detail = level[start] - level[start + half];
        if (Math.abs(detail) < 0.004 * mean) next.fill(mean, start, start + size);
      }
      level = next;
    }
    return { enterLong: ta.gt(ta.sub(level, ta.sma(level, 20)), ta.mul(ta.stddev(c.close, 20), 1)) };
  },
});
