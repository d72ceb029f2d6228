// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000017",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const n = c.length % 2 === 0 ? 10 : 20;
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, n)) };
  },
});
