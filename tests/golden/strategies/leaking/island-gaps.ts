// expect: lookahead ahead-read
// proof: bars=2500 jump=0.1 jumpSize=0.03
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0306",
  timeframe: "4h",
  direction: "short",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.04 }, maxBars: 12 },
  signals(c) {
    const enterShort = ta.eveningStar(c);
    for (let i = 5; i < c.length; i++) {
      // an island: gap up into the bar, gap down out of it
      const into = c.low[i] > c.high[i - 1];
      const out = c.open[i + 1] < c.low[i];
      if (into && out) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
