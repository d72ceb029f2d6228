// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0122",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const large = new Float64Array(500000);
    for (;;) large.fill(1);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
