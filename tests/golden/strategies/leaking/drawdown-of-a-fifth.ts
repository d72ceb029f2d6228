// expect: shuffle future-leak
// proof: bars=2000 drift=-0.0004 deviation=0.01
import { strategy, ta } from "sixbtc";

const deepest = (col, from, to) => {
  let low = Infinity;
  for (let k = from; k <= to; k++) low = Math.min(low, col[k] ?? Infinity);
  return low;
};

export default strategy({
  name: "Strategy_REV_L0104",
  timeframe: "2h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 60 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.ema(c.close, 8), ta.ema(c.close, 21));
    let peak = 0;
    for (let i = 0; i < c.length; i++) {
      peak = Math.max(peak, c.high[i]);
      const drawdown = 1 - c.close[i] / peak;
      if (drawdown > 0.2 && enterLong[i]) {
        // deep in the hole: only if the low is behind us
        if (deepest(c.low, i + 1, i + 12) < c.low[i]) enterLong[i] = 0;
      }
    }
    return { enterLong };
  },
});
