// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0124",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 } },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 21));
    const exitLong = ta.crossBelow(c.close, ta.ema(c.close, 21));
    for (let i = 30; i < c.length; i++) {
      const worst = Math.min(c.low[i + 1], c.low[i + 2], c.low[i + 3]);
      if (worst < c.close[i] * 0.98) exitLong[i] = 1;
    }
    return { enterLong, exitLong };
  },
});
