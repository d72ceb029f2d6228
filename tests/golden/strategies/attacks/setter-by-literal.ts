// expect: syntax accessor
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0036",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const made = { set length(value) { c.close[0] = value; } };
    made.length = 1;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
