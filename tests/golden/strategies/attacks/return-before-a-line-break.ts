// expect: execution bad-masks
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0061",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const masks = { enterLong: ta.gt(c.close, 0) };
    return
    masks;
  },
});
