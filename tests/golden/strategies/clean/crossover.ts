// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001f",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const fast = ta.ema(c.close, 12);
    const slow = ta.ema(c.close, 26);
    return { enterLong: ta.crossAbove(fast, slow), enterShort: ta.crossBelow(fast, slow) };
  },
});
