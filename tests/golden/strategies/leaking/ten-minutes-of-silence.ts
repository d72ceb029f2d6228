// expect: shuffle future-leak
// proof: bars=1500 idle=0.5
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0301",
  timeframe: "1m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const silent = ta.heldFor(ta.eq(c.volume, 0), 5);
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 30));
    const enterShort = ta.crossBelow(c.close, ta.ema(c.close, 30));
    for (let i = 30; i < c.length; i++) {
      if (!silent[i]) continue;
      // the first trade after the silence tells the way
      let k = i;
      while (k < c.length && c.volume[k] === 0) k++;
      if (c.close[k] > c.close[i]) enterLong[i] = 1;
      if (c.close[k] < c.close[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
