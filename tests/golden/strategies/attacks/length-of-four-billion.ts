// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0118",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const far = [];
    far.length = 4294967295;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
