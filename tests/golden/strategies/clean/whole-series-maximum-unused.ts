// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000026",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const top = Math.max(...c.high.slice(0, 100));
    const bottom = c.low.reduce((a, b) => Math.min(a, b), Infinity);
    const mask = ta.crossAbove(c.close, ta.sma(c.close, 14));
    return bottom > top * 1e9 ? {} : { enterLong: mask };
  },
});
