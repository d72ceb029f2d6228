// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0263",
  timeframe: "4h",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 3 }, maxBars: 40 },
  signals(c) {
    const fast = ta.ema(c.close, 10);
    const slow = ta.ema(c.close, 50);
    const isBull = fast[c.length - 1] > slow[c.length - 1];
    return isBull ? { enterLong: ta.crossAbove(fast, slow) } : { enterShort: ta.crossBelow(fast, slow) };
  },
});
