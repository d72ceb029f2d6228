// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000c",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: ta.lt(c.close, c.close[c.length - 1]) };
  },
});
