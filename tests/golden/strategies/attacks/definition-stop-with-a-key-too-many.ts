// expect: syntax unknown-key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0180",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.1, length: 5 }, maxBars: 5 },
  signals(c, p) {
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
