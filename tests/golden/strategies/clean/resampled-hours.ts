// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000029",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const h = ta.resample(c, "1h");
    return { enterLong: ta.crossAbove(c.close, ta.sma(h.close, 20)), enterShort: ta.lt(c.close, h.low) };
  },
});
