// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000001a",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const short = new Uint8Array(c.length);
    let i = 0;
    while (i < c.length) {
      if (c.low[i + 2] < c.low[i] * 0.995) short[i] = 1;
      i++;
    }
    return { enterLong: ta.crossAbove(c.close, ta.sma(c.close, 30)), enterShort: short };
  },
});
