// expect: syntax not-constant
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0177",
  timeframe: "15m",
  direction: "both",
  exits: { get stop() { return { kind: "percent", value: 0.1 }; }, maxBars: 5 },
  signals(c, p) {
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
