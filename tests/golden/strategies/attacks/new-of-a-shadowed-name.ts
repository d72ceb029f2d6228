// expect: syntax new
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0040",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const Float64Array = (length) => [length];
    const made = new Float64Array(c.length);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
