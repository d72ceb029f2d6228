// expect: execution index
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0018",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    for (const key of ["constructor", "prototype"]) {
      const made = [][key];
    }
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
