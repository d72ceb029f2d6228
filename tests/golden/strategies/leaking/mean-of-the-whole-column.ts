// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000b",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const mean = c.close.reduce((sum, price) => sum + price, 0) / c.length;
    return { enterLong: ta.lt(c.close, mean) };
  },
});
