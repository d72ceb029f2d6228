// expect: lookahead negative-shift
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000001",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: ta.gt(ta.shift(c.close, -1), c.close) };
  },
});
