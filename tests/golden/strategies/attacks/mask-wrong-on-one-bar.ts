// expect: execution mask-values
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0147",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const mask = ta.gt(c.close, c.open);
    if (c.length === 1) mask[0] = 255;
    return { enterLong: mask };
  },
});
