// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000005a",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const e = ta.ema(c.close, 12);
    e.fill(0);
    const b = ta.bbands(c.close, 20, 2);
    b.upper = e;
    return { enterLong: ta.gt(c.close, ta.ema(c.close, 13)) };
  },
});
