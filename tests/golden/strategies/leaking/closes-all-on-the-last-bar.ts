// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0055",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 } },
  signals(c) {
    const exitLong = ta.crossBelow(c.close, ta.ema(c.close, 30));
    // be flat when the data ends
    if (c.length > 0) exitLong[c.length - 1] = 1;
    return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 30)), exitLong };
  },
});
