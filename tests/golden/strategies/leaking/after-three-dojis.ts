// expect: lookahead ahead-read
// proof: bars=2500 price=10.5 deviation=0.00015 idle=0
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0101",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 10 },
  signals(c) {
    const indecision = ta.heldFor(ta.doji(c), 3);
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      // three dojis: wait for the way out
      if (indecision[i]) enterLong[i] = c.close[i + 1] > c.high[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
