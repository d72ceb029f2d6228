// expect: execution index
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0013",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const key = (a = "constr", b = "uctor") => a + b;
    const { [key()]: made = 1 } = c.close;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
