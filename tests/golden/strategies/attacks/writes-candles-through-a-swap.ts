// expect: syntax shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0097",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    [c.close[0], c.close[1]] = [c.close[1], c.close[0]];
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
