// expect: lookahead negative-shift
import { strategy, ta } from "sixbtc";

function later(column, bars) { return ta.shift(column, -bars); }

export default strategy({
  name: "Strategy_MOM_00000004",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: ta.gt(later(c.close, 5), c.close) };
  },
});
