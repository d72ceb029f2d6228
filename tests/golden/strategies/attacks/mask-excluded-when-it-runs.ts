// expect: execution excluded-mask
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0144",
  timeframe: "15m",
  direction: "short",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const masks = {};
    masks.exitLong = ta.gt(c.close, 0);
    return masks;
  },
});
