// expect: lookahead whole-series
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000a",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const top = Math.max(...c.high);
    return { enterLong: ta.gt(c.close, top * 0.98) };
  },
});
