// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0153",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    for (let i = 1; i < c.length; i++) {
      const missing = c.time[i] - c.time[i - 1] > 900000 ? undefined : { bars: 1 };
      if (missing.bars > 1) break;
    }
    return { enterLong: ta.gt(c.close, c.open) };
  },
});
