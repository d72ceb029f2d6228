// expect: shuffle future-leak
// proof: bars=2000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0150",
  timeframe: "30m",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.hma(c.close, 16));
    const mean = ta.sma(c.volume, 50);
    for (let k = 50; k < c.length; k++) {
      // news bars: no entries around them
      if (c.volume[k] > 6 * mean[k]) enterLong.fill(0, k - 2, k + 3);
    }
    return { enterLong };
  },
});
