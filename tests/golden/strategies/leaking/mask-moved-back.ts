// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000012",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const cross = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) long[i - 1] = cross[i];
    return { enterLong: long };
  },
});
