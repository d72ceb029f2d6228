// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000002e",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const mask = ta.crossAbove(c.close, ta.ema(c.close, 10));
    for (let i = 0; i < mask.length; i++) if (c.volume[i] === 0) mask[i] = 0;
    mask.fill(0, 0, 30);
    return { enterLong: mask };
  },
});
