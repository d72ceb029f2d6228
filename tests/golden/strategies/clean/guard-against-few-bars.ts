// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000025",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    if (c.length < 50) return {};
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, 50)) };
  },
});
