// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000004d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    for (let i = 0; i < c.length; i++) c.close[i] = i;
    return { enterLong: ta.gt(c.close, 0) };
  },
});
