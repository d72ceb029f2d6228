// expect: syntax excluded-mask
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0143",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterShort: ta.gt(c.close, 0) };
  },
});
