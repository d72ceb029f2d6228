// expect: syntax second-import
import { strategy, ta } from "sixbtc";
import type { Candles } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0044",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
