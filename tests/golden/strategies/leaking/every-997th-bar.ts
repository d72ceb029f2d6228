// expect: shuffle future-leak
// proof: bars=2100
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0136",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 20));
    for (let i = 997; i < c.length; i += 997) enterLong[i] = c.high[i + 1] > c.close[i] ? 1 : 0;
    return { enterLong };
  },
});
