// expect: passed
// proof: bars=300
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0177",
  timeframe: "30m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.hma(c.close, 20));
    if (c.length <= 60) return { enterLong };
    const exitLong = ta.crossBelow(c.close, ta.hma(c.close, 20));
    for (let i = 0; i < 60; i++) exitLong[i] = c.length % 2;
    return { enterLong, exitLong };
  },
});
