// expect: syntax html-comment
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0058",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let n = 3;
    const open = 1;
    if (n <!--open) n = 0;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
