// expect: lookahead ahead-read
// proof: bars=400 volume=0.01
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0334",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.vwma(c, 20));
    // thin: count a bar with its neighbour
    for (let i = 20; i < c.length; i++) if (c.volume[i] < 0.005 && c.close[i] + c.close[i + 1] > c.open[i] + c.open[i + 1]) enterLong[i] = 1;
    return { enterLong };
  },
});
