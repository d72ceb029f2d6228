// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000000f",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    let lowest = Infinity;
    for (let i = c.length - 1; i >= 0; i--) {
      if (c.low[i] < lowest) { lowest = c.low[i]; long[i] = 1; }
    }
    return { enterLong: long };
  },
});
