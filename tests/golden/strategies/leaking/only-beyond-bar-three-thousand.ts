// expect: lookahead ahead-read
// proof: bars=3100
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0117",
  timeframe: "5m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 36 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.rsi(c.close, 14), 50);
    for (let i = 3000; i < c.length; i++) enterLong[i] &= c.close[i + 1] > c.close[i] ? 1 : 0;
    return { enterLong };
  },
});
