// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000024",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      if (c.low[i - 1] < c.low[i - 2] && c.low[i - 1] < c.low[i]) long[i] = 1;
    }
    return { enterLong: long };
  },
});
