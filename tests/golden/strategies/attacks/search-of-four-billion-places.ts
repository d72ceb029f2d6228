// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0116",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const far = [];
    far[4000000000] = 1;
    far.indexOf(7);
    far.includes(7);
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
