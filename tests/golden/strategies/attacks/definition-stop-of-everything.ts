// expect: syntax out-of-range
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0179",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 1 }, maxBars: 5 },
  signals(c, p) {
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
