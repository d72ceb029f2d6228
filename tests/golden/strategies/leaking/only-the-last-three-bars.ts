// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0127",
  timeframe: "15m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    // the newest bars are not settled yet
    for (let i = c.length - 1; i >= 0 && i > c.length - 4; i--) enterLong[i] = 0;
    return { enterLong };
  },
});
