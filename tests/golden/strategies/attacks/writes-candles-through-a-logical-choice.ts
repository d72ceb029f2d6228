// expect: execution shared-write
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0098",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const x = undefined ?? c.volume;
    x[0] ||= 1;
    x[1] &&= 0;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
