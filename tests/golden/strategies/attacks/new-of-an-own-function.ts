// expect: syntax new
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0039",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    function Made(length) { return { length }; }
    const made = new Made(3);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
