// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000011",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const isLow = c.low[i - 1] < c.low[i - 2] && c.low[i - 1] < c.low[i];
      if (isLow) long[i - 1] = 1;
    }
    return { enterLong: long };
  },
});
