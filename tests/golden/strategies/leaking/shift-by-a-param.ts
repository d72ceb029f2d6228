// expect: lookahead negative-shift
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000003",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { lag: -2 },
  signals(c, p) {
    return { enterLong: ta.gt(ta.shift(c.close, p.lag), c.close) };
  },
});
