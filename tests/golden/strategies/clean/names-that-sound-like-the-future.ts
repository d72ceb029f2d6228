// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000028",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const future = ta.shift(c.close, 1);
    const next = c.close;
    const window = 14, lookahead = 3;
    return { enterLong: ta.crossAbove(next, ta.sma(future, window + lookahead)) };
  },
});
