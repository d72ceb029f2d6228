// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0101",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let i = 0;
    for (c.close[i++] of [1, 2, 3]) ;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
