// expect: shuffle future-leak
// proof: bars=3000 idle=0.1 volume=1
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0326",
  timeframe: "1m",
  direction: "long",
  warmup: 15,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 15 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.obv(c), ta.sma(ta.obv(c), 15));
    // equal volumes: a plateau, its end decides
    for (let i = 15; i < c.length; i++) {
      let end = i;
      while (c.volume[end + 1] === c.volume[i]) end++;
      if (c.volume[i] === c.volume[i - 1] && c.volume[end + 1] > c.volume[i] && c.close[end + 1] > c.close[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
