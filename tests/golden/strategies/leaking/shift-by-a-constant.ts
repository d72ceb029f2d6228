// expect: lookahead negative-shift
import { strategy, ta } from "sixbtc";

const LAG = -3;

export default strategy({
  name: "Strategy_MOM_00000002",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: ta.gt(ta.shift(c.close, LAG * 2), c.close) };
  },
});
