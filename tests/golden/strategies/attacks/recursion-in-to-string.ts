// expect: execution recursion
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0111",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = { toString: () => "" + o };
    const text = "" + o;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
