// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000022",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const later = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) later[i] = c.close[i + 5] ?? NaN;
    const now = ta.shift(later, 5);
    return { enterLong: ta.crossAbove(now, ta.sma(c.close, 20)) };
  },
});
